package dev.porchlight.acceptance.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command in a document, marked with {@code <!-- run -->} (or {@code watch}, where it does not
 * end, or {@code emulate}, for an emulator) above its block, and what the document shows as its output: the {@code json} or {@code text} block right below, or nothing.
 *
 * @param place file and line, for messages
 */
record Example(String place, String command, Shown shown) {
    private static final Pattern MARKED = Pattern.compile(
            "^<!-- (?<mark>run|watch|emulate) -->\\n```sh\\n(?<command>.*?)^```\\n(?:```(?<kind>json|text)\\n(?<output>.*?)^```\\n)?",
            Pattern.MULTILINE | Pattern.DOTALL);

    /** Those of a document that end by themselves, in order. */
    static List<Example> in(Path document) throws IOException {
        return marked("run", document);
    }

    /** Those that go on until they are stopped. */
    static List<Example> watching(Path document) throws IOException {
        return marked("watch", document);
    }

    /** Those for an emulator. */
    static List<Example> emulating(Path document) throws IOException {
        return marked("emulate", document);
    }

    private static List<Example> marked(String mark, Path document) throws IOException {
        String text = Files.readString(document);
        List<Example> found = new ArrayList<>();
        Matcher matcher = MARKED.matcher(text);
        while (matcher.find()) {
            if (!matcher.group("mark").equals(mark)) {
                continue;
            }
            long line = text.substring(0, matcher.start("command")).lines().count() + 1;
            String output = matcher.group("output");
            found.add(new Example(
                    document.getFileName() + ":" + line,
                    matcher.group("command"),
                    output == null
                            ? new Shown.Nothing()
                            : matcher.group("kind").equals("json") ? new Shown.Json(output) : new Shown.Text(output)));
        }
        return found;
    }

    /** The same against a server elsewhere than documents say. */
    Example at(String url) {
        return new Example(place, command.replace("http://127.0.0.1:8484", url), shown);
    }

    @Override
    public String toString() {
        return place;
    }
}
