package dev.porchlight.reference.sample;

import static dev.porchlight.reference.sample.Forms.ANY_FIELDS;
import static dev.porchlight.reference.sample.Forms.ANY_PARTS;
import static dev.porchlight.reference.sample.Forms.NO_FIELDS;
import static dev.porchlight.reference.sample.Forms.NO_PARTS;
import static dev.porchlight.reference.sample.Forms.PLAIN_FIELDS;
import static dev.porchlight.reference.sample.Forms.PLAIN_PARTS;
import static dev.porchlight.reference.sample.Language.Traits.NONE;
import static dev.porchlight.reference.sample.Language.Traits.SHELL;
import static dev.porchlight.reference.sample.Language.Traits.STRICT;
import static dev.porchlight.reference.sample.Language.Traits.STRICT_SHELL;

import java.util.List;
import java.util.Optional;

/** All languages, in the order of their tabs. */
public final class Languages {
    public static final Language CURL =
            new Language("curl", "curl", "", "sample.sh", Tables.SHELL, PLAIN_PARTS, ANY_FIELDS, SHELL);

    public static final Language CHILKAT =
            new Language("csharp", "C#", "Chilkat", "Sample.cs", Tables.C_SHARP, ANY_PARTS, ANY_FIELDS, NONE);

    public static final List<Language> ALL = List.of(
            CHILKAT,
            of("csharp-httpclient", "C#", "HttpClient", "Sample.cs", Tables.C_SHARP)
                    .with(ANY_PARTS, ANY_FIELDS, STRICT),
            of("java", "Java", "java.net.http", "Sample.java", Tables.JAVA).with(NO_PARTS, NO_FIELDS, STRICT),
            of("java-okhttp", "Java", "OkHttp", "Sample.java", Tables.JAVA).with(ANY_PARTS, ANY_FIELDS, STRICT),
            of("java-porchlight", "Java", "Porchlight", "Sample.java", Tables.JAVA)
                    .with(NO_PARTS, NO_FIELDS, STRICT),
            of("javascript", "JavaScript", "fetch", "sample.mjs", Tables.JAVASCRIPT)
                    .with(PLAIN_PARTS, ANY_FIELDS, NONE),
            of("javascript-axios", "JavaScript", "axios", "sample.cjs", Tables.JAVASCRIPT)
                    .with(PLAIN_PARTS, ANY_FIELDS, NONE),
            of("python", "Python", "requests", "sample.py", Tables.PYTHON).with(ANY_PARTS, ANY_FIELDS, STRICT),
            of("python-urllib", "Python", "urllib", "sample.py", Tables.PYTHON).with(NO_PARTS, ANY_FIELDS, NONE),
            CURL,
            of("wget", "wget", "", "sample.sh", Tables.SHELL).with(NO_PARTS, NO_FIELDS, SHELL),
            of("httpie", "HTTPie", "", "sample.sh", Tables.SHELL).with(PLAIN_PARTS, PLAIN_FIELDS, STRICT_SHELL),
            of("ruby", "Ruby", "net/http", "sample.rb", Tables.RUBY).with(PLAIN_PARTS, ANY_FIELDS, STRICT),
            of("php", "PHP", "curl", "sample.php", Tables.PHP).with(PLAIN_PARTS, NO_FIELDS, NONE),
            of("perl", "Perl", "LWP", "sample.pl", Tables.PERL).with(PLAIN_PARTS, NO_FIELDS, NONE),
            of("tcl", "Tcl", "http", "sample.tcl", Tables.TCL).with(NO_PARTS, NO_FIELDS, STRICT),
            of("go", "Go", "net/http", "sample.go", Tables.GO).with(ANY_PARTS, NO_FIELDS, STRICT),
            of("rust", "Rust", "reqwest", "main.rs", Tables.RUST).with(ANY_PARTS, ANY_FIELDS, NONE),
            of("c", "C", "libcurl", "sample.c", Tables.C).with(ANY_PARTS, NO_FIELDS, NONE),
            of("powershell", "PowerShell", "Invoke-WebRequest", "sample.ps1", Tables.POWERSHELL)
                    .with(NO_PARTS, NO_FIELDS, STRICT),
            of("kotlin", "Kotlin", "OkHttp", "Sample.kt", Tables.KOTLIN).with(ANY_PARTS, ANY_FIELDS, STRICT),
            of("swift", "Swift", "URLSession", "sample.swift", Tables.SWIFT).with(NO_PARTS, NO_FIELDS, STRICT));

    private Languages() {}

    public static Optional<Language> of(String id) {
        return ALL.stream().filter(language -> language.id().equals(id)).findFirst();
    }

    private static Language of(String id, String name, String library, String file, Quotes quotes) {
        return new Language(id, name, library, file, quotes, ANY_PARTS, ANY_FIELDS, NONE);
    }
}
