package dev.porchlight.reference.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the reader of a sample has to put in. */
final class Blanks {
    private static final Pattern IN_PATH = Pattern.compile("(?<=/):[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}\\s]{1,60})}}|%7B%7B([^%/?&]{1,60})%7D%7D");
    private static final Pattern SECRET = Pattern.compile("<[a-z_]{1,40}>|%3C[a-z_]{1,40}%3E");

    private Blanks() {}

    static List<String> in(String url, List<Parameter> headers, Optional<Basic> basic, Body body) {
        Set<String> blanks = new TreeSet<>();
        Matcher segments = IN_PATH.matcher(url.replaceFirst("\\?.*", ""));
        while (segments.find()) {
            blanks.add(segments.group());
        }
        add(url, blanks);
        headers.forEach(header -> add(header.value(), blanks));
        basic.ifPresent(credentials -> {
            add(credentials.user(), blanks);
            add(credentials.password(), blanks);
        });
        switch (body) {
            case Body.Form form -> form.fields().forEach(field -> add(field.value(), blanks));
            case Body.Multipart multipart ->
                multipart.parts().forEach(part -> {
                    if (part instanceof Part.Text text) {
                        add(text.value(), blanks);
                    }
                });
            case Body.Text text -> addVariables(text.content(), blanks);
            case Body.None none -> {}
            case Body.File file -> {}
        }
        return List.copyOf(blanks);
    }

    private static void add(String text, Set<String> blanks) {
        addVariables(text, blanks);
        Matcher secrets = SECRET.matcher(text);
        while (secrets.find()) {
            blanks.add(secrets.group().replace("%3C", "<").replace("%3E", ">"));
        }
    }

    private static void addVariables(String text, Set<String> blanks) {
        Matcher variables = VARIABLE.matcher(text);
        while (variables.find()) {
            blanks.add("{{" + (variables.group(1) == null ? variables.group(2) : variables.group(1)) + "}}");
        }
    }
}
