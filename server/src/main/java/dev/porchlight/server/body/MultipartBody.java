package dev.porchlight.server.body;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a multipart/form-data body (RFC 7578; RFC 2046, section 5.1), found line by line, each byte looked at a
 * bounded number of times.
 *
 * <p>Lines may end with CR LF or, all of them, with LF alone; a mixture is refused, because two readers could then see two
 * different sets of parts. So is a line that begins with the boundary and goes on. What comes before the first delimiter
 * and after the last is ignored. Without the closing delimiter the body is not whole, whatever parts it shows.
 */
final class MultipartBody {
    /** The longest boundary (RFC 2046, section 5.1.1). */
    static final int MAX_BOUNDARY = 70;

    private final byte[] body;
    private final byte[] delimiter;
    private final Fields fields = new Fields();
    private int parts;

    private MultipartBody(String boundary, byte[] body) {
        this.body = body;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    static Parsed parse(@Nullable String boundary, byte[] body) {
        if (boundary == null || boundary.isEmpty()) {
            return Malformed.contentType("no boundary", MediaType.MULTIPART + "; boundary=…");
        } else if (boundary.length() > MAX_BOUNDARY || boundary.indexOf('\n') >= 0 || boundary.indexOf('\r') >= 0) {
            return Malformed.contentType("a boundary too long", "a boundary of 1 to " + MAX_BOUNDARY + " characters");
        }
        return new MultipartBody(boundary, body).read();
    }

    private Parsed read() {
        int first = find(0);
        if (first < 0) {
            return refused(body.length == 0 ? "empty" : "the boundary of the Content-Type does not occur");
        }
        return switch (delimiterAt(first)) {
            case Delimiter.Close c -> fields;
            case Delimiter.Broken(String why) -> refused(why);
            case Delimiter.Open(int next, boolean crlf) -> readParts(next, crlf);
        };
    }

    private Parsed readParts(int firstPart, boolean crlf) {
        int start = firstPart;
        while (true) {
            int end = find(start);
            if (end < 0) {
                return refused("ends without the closing delimiter");
            }
            String wrong = readPart(start, end, crlf);
            if (wrong != null) {
                return refused(wrong);
            }
            switch (delimiterAt(end)) {
                case Delimiter.Close c -> {
                    return fields;
                }
                case Delimiter.Broken(String why) -> {
                    return refused(why);
                }
                case Delimiter.Open(int next, boolean sameEnds) -> {
                    if (sameEnds != crlf) {
                        return refused(Part.MIXED_LINE_ENDS);
                    }
                    start = next;
                }
            }
        }
    }

    /** Reads one part into the fields. Answers what is wrong with it, or null. */
    private @Nullable String readPart(int start, int delimiterAt, boolean crlf) {
        parts++;
        int end = delimiterAt - (crlf ? 2 : 1);
        boolean carriageReturn = delimiterAt >= 2 && body[delimiterAt - 2] == '\r';
        if (end < start) {
            return "part " + parts + ": no headers";
        } else if (carriageReturn != crlf) {
            return Part.MIXED_LINE_ENDS;
        }
        return switch (Part.read(body, start, end, crlf)) {
            case Part.Bad(String why) -> "part " + parts + ": " + why;
            case Part.Named(String name, Value value) ->
                fields.put(name, value) && parts <= Fields.MAX_FIELDS ? null : Malformed.tooManyFields();
        };
    }

    /** The start of the next line, from here on, that begins with the delimiter; -1 for none. */
    private int find(int lineStart) {
        int line = lineStart;
        while (line <= body.length - delimiter.length) {
            if (startsWithDelimiter(line)) {
                return line;
            }
            line = Part.lineFeed(body, line, body.length) + 1;
        }
        return -1;
    }

    private boolean startsWithDelimiter(int at) {
        for (int i = 0; i < delimiter.length; i++) {
            if (body[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private Delimiter delimiterAt(int line) {
        int at = line + delimiter.length;
        boolean close = at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
        if (close) {
            at += 2;
        }
        while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
            at++;
        }
        boolean crlf = at + 1 < body.length && body[at] == '\r' && body[at + 1] == '\n';
        boolean lineEnds = crlf || (at < body.length && body[at] == '\n');
        if (close) {
            return lineEnds || at == body.length || (at + 1 == body.length && body[at] == '\r')
                    ? new Delimiter.Close()
                    : new Delimiter.Broken("a line goes on after the closing delimiter");
        } else if (lineEnds) {
            return new Delimiter.Open(at + (crlf ? 2 : 1), crlf);
        }
        return new Delimiter.Broken(
                at == body.length ? "ends within a delimiter" : "a line goes on after the boundary");
    }

    private static Malformed refused(String detail) {
        return Malformed.body(MediaType.MULTIPART, detail);
    }

    /** What a line that begins with the boundary turns out to be. */
    private sealed interface Delimiter {
        record Open(int next, boolean crlf) implements Delimiter {}

        record Close() implements Delimiter {}

        record Broken(String why) implements Delimiter {}
    }
}
