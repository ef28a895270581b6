package dev.porchlight.reference.sample;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request as it crossed the network. Texts are ISO 8859-1, an octet a sign. */
record Wire(String method, String target, List<String> headers, String body) {
    /** Reads one request; {@code proceed} is run when its sender waits for a go-ahead. */
    static Wire read(InputStream in, Runnable proceed) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        String[] first = lines.getFirst().split(" ", 3);
        Wire head = new Wire(first[0], first[1], List.copyOf(lines.subList(1, lines.size())), "");
        if (head.header("Expect").isPresent()) {
            proceed.run();
        }
        return new Wire(head.method, head.target, head.headers, new String(head.body(in), StandardCharsets.ISO_8859_1));
    }

    private byte[] body(InputStream in) throws IOException {
        if (header("Transfer-Encoding").isEmpty()) {
            return in.readNBytes(header("Content-Length").map(Integer::parseInt).orElse(0));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    /** All values of the name, joined (RFC 9110, 5.3). */
    Optional<String> header(String name) {
        String joined = headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .collect(Collectors.joining(", "));
        boolean there =
                headers.stream().anyMatch(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
        return there ? Optional.of(joined) : Optional.empty();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException();
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
