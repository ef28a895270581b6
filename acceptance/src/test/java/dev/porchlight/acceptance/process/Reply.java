package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem;
import dev.porchlight.wire.Read;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One reply as it came over the wire. The names of headers are in lower case. */
record Reply(int status, Map<String, String> headers, String body) {

    /**
     * The next one.
     *
     * @throws EOFException when the connection ended instead
     */
    static Reply read(InputStream in) throws IOException {
        String[] line = line(in).split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("a reply cut off");
        }
        return new Reply(Integer.parseInt(line[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended");
            }
            line.append((char) next);
        }
        return line.substring(0, line.length() - 1);
    }

    boolean isGood() {
        return status / 100 == 2;
    }

    /** The body of a good reply. */
    <T extends Record> T as(Class<T> type) {
        assertThat(isGood()).as(toString()).isTrue();
        return parsed(type);
    }

    /** The code in the body of a refusal. */
    int code() {
        return parsed(Problem.class).code();
    }

    private <T extends Record> T parsed(Class<T> type) {
        return switch (Json.read(body, type)) {
            case Read.Good<T>(T value) -> value;
            case Read.Bad<T>(Problem problem) -> throw new AssertionError(problem + " in " + this);
        };
    }
}
