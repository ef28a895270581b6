package dev.porchlight.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** What a command prints: for a person aligned and in words, for a script plain, with {@code --json} as JSON. */
public final class Output {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Surroundings surroundings;
    private final boolean json;
    private final boolean table;

    public Output(Surroundings surroundings, boolean json) {
        this(surroundings, json, surroundings.outIsTerminal());
    }

    private Output(Surroundings surroundings, boolean json, boolean table) {
        this.surroundings = surroundings;
        this.json = json;
        this.table = table;
    }

    /** Output that is meant for people even where a file or a pipe takes it. */
    public static Output forPeople(Surroundings surroundings) {
        return new Output(surroundings, false, true);
    }

    /** One thing in full. */
    public void details(JsonNode entry, List<Column> lines) {
        if (json) {
            line(pretty(entry));
            return;
        }
        int width = lines.stream().mapToInt(line -> line.title().length()).max().orElse(0);
        for (Column column : lines) {
            String text = column.text().apply(entry);
            if (!text.isEmpty()) {
                line(paint().dim(pad(column.title(), width)) + "  " + Paint.plain(text));
            }
        }
    }

    /** What was done: the JSON of the result, or a sentence. */
    public void done(JsonNode result, String sentence) {
        line(json ? pretty(result) : sentence);
    }

    /** A list, to be filled page by page. */
    public Listing listing(List<Column> columns, String whenEmpty) {
        return new Listing(this, columns, whenEmpty);
    }

    /** For people only: nothing that a script reads. */
    public void aside(String sentence) {
        if (!json) {
            surroundings.err().println(sentence);
        }
    }

    boolean json() {
        return json;
    }

    boolean table() {
        return table;
    }

    Paint paint() {
        return new Paint(surroundings.colour());
    }

    void line(String text) {
        surroundings.out().println(text);
    }

    /** The text with blanks behind it. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** JSON for people. */
    public static String pretty(JsonNode node) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
