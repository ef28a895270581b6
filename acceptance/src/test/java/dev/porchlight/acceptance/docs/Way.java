package dev.porchlight.acceptance.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way to do something, in a document: marked with {@code <!-- way: NAME -->}.
 *
 * @param printed what the document shows as its output, the text block right below; empty where there is none
 */
record Way(String code, String printed) {
    private static final Path DOCS = Path.of("../docs");

    static Way in(String document, String name) throws IOException {
        Matcher marked = Pattern.compile(
                        "^<!-- way: " + name
                                + " -->\\n```\\w+\\n(?<code>.*?)^```\\n(?:```text\\n(?<printed>.*?)^```\\n)?",
                        Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(DOCS.resolve(document)));
        if (!marked.find()) {
            throw new AssertionError("no way " + name + " in " + document);
        }
        String printed = marked.group("printed");
        return new Way(marked.group("code"), printed == null ? "" : printed);
    }
}
