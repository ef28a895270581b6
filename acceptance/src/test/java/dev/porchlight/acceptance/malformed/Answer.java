package dev.porchlight.acceptance.malformed;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One reply, as it came over the wire. */
record Answer(int status, Map<String, String> headers, String body) {
    private static final int MAX_LINE = 8192;

    boolean closes() {
        return "close".equalsIgnoreCase(headers.getOrDefault("connection", ""));
    }

    /** Reads replies from one connection. */
    static final class Reader {
        private final BufferedInputStream in;

        Reader(InputStream in) {
            this.in = new BufferedInputStream(in);
        }

        /**
         * The next final reply, or null at the end of the stream.
         *
         * @throws EOFException when the stream ends within a reply
         */
        @Nullable
        Answer read(boolean bodiless) throws IOException {
            in.mark(1);
            if (in.read() < 0) {
                return null;
            }
            in.reset();
            String line = line();
            // The server answers in the words of the request, whose version may be none.
            int space = line.indexOf(' ');
            if (!line.substring(space + 1).matches("[1-5][0-9]{2} .*")) {
                throw new IOException("no status line: " + line);
            }
            int status = Integer.parseInt(line, space + 1, space + 4, 10);
            Map<String, String> headers = headers();
            if (status / 100 == 1) {
                return read(bodiless);
            }
            boolean none = bodiless || status == 204 || status == 304;
            return new Answer(status, headers, none ? "" : body(headers));
        }

        private Map<String, String> headers() throws IOException {
            Map<String, String> headers = new TreeMap<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                if (headers.put(name, line.substring(colon + 1).strip()) != null) {
                    throw new IOException("a header given twice: " + line);
                }
            }
            return headers;
        }

        private String body(Map<String, String> headers) throws IOException {
            String length = headers.get("content-length");
            if (length == null) {
                throw new IOException("a reply without a length: " + headers);
            }
            byte[] body = in.readNBytes(Integer.parseInt(length));
            if (body.length < Integer.parseInt(length)) {
                throw new EOFException("a reply cut off: " + body.length + " of " + length + " bytes");
            }
            return new String(body, StandardCharsets.UTF_8);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            while (line.length() < MAX_LINE) {
                int c = in.read();
                if (c < 0) {
                    throw new EOFException("a reply cut off: " + line);
                } else if (c == '\n') {
                    return line.substring(0, line.length() - 1);
                }
                line.append((char) c);
            }
            throw new IOException("a line without an end: " + line);
        }
    }
}
