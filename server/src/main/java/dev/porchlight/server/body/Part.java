package dev.porchlight.server.body;

import dev.porchlight.wire.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One part of a multipart body: headers, an empty line, a value. Only the headers that name or encode it matter. */
sealed interface Part {
    String MIXED_LINE_ENDS = "lines end in different ways (expected: CR LF)";
    int MAX_HEADERS = 20;
    int MAX_HEADER_BYTES = 2048;

    /** A part with a name. */
    record Named(String name, Value value) implements Part {}

    /** A part that says nothing. */
    record Bad(String why) implements Part {}

    static Part read(byte[] body, int start, int end, boolean crlf) {
        return new Reader(body, start, end, crlf).read();
    }

    /** The index of the next line feed, or {@code end}. */
    static int lineFeed(byte[] body, int from, int end) {
        int at = from;
        while (at < end && body[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Reads the lines of one part. */
    final class Reader {
        private final byte[] body;
        private final int start;
        private final int end;
        private final boolean crlf;
        private @Nullable String disposition;
        private String encoding = "";

        Reader(byte[] body, int start, int end, boolean crlf) {
            this.body = body;
            this.start = start;
            this.end = end;
            this.crlf = crlf;
        }

        Part read() {
            StringBuilder header = new StringBuilder();
            int line = start;
            for (int headers = 0; headers <= MAX_HEADERS; headers++) {
                int feed = lineFeed(body, line, end);
                if (feed == end) {
                    return new Bad("no empty line after its headers");
                }
                boolean carriageReturn = feed > line && body[feed - 1] == '\r';
                if (carriageReturn != crlf) {
                    return new Bad(MIXED_LINE_ENDS);
                }
                int lineEnd = crlf ? feed - 1 : feed;
                if (feed - start > MAX_HEADER_BYTES) {
                    break;
                }
                boolean folded = lineEnd > line && (body[line] == ' ' || body[line] == '\t');
                if (!folded) {
                    String wrong = take(header);
                    if (wrong != null) {
                        return new Bad(wrong);
                    }
                    header.setLength(0);
                }
                if (lineEnd == line) {
                    return named(feed + 1);
                }
                header.append(new String(body, line, lineEnd - line, StandardCharsets.UTF_8));
                line = feed + 1;
            }
            return new Bad("too many headers (expected: at most " + MAX_HEADERS + ", of " + MAX_HEADER_BYTES
                    + " bytes in all)");
        }

        /** Looks at one header, folded lines put together. Answers what is wrong with it, or null. */
        private @Nullable String take(CharSequence header) {
            String text = header.toString();
            if (text.isEmpty()) {
                return null;
            }
            int colon = text.indexOf(':');
            if (colon <= 0) {
                return "a header without a name";
            }
            String value = text.substring(colon + 1).strip();
            switch (text.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
                case "content-disposition" -> {
                    if (disposition != null) {
                        return "two Content-Disposition headers (expected: one)";
                    }
                    disposition = value;
                }
                case "content-transfer-encoding" -> encoding = value.toLowerCase(Locale.ROOT);
                default -> {
                    // Content-Type, Content-Length and the client's own change nothing of a text field.
                }
            }
            return null;
        }

        private Part named(int from) {
            if (disposition == null) {
                return new Bad("no Content-Disposition");
            }
            HeaderValue header = HeaderValue.parse(disposition);
            if (header == null) {
                return new Bad("an unreadable Content-Disposition");
            } else if (!header.value().equals("form-data")) {
                return new Bad("Content-Disposition " + Found.shown(header.value()) + " (expected: form-data)");
            }
            String name = header.parameter("name");
            return name == null ? new Bad("no name") : new Named(name, value(header, from));
        }

        private Value value(HeaderValue header, int from) {
            if (header.parameter("filename") != null || header.parameter("filename*") != null) {
                return new Value.Unusable("a file");
            }
            return switch (encoding) {
                case "", "7bit", "8bit", "binary" -> {
                    String text = Utf8.decode(body, from, end);
                    yield text == null ? new Value.Unusable("bytes that are not UTF-8") : new Value.Text(text);
                }
                default -> new Value.Unusable("encoded as " + Found.shown(encoding));
            };
        }
    }
}
