package dev.porchlight.server.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes fields as multipart in one of the many ways that clients do, chosen by a seed. */
final class MultipartWriter {
    private static final String BOUNDARY_CHARACTERS = "0123456789abcXYZ'()+_,-./:=?";
    private static final List<String> OTHER_HEADERS = List.of(
            "Content-Type: text/plain; charset=utf-8",
            "content-type:application/json",
            "Content-Transfer-Encoding: binary",
            "X-Name: name=\"other\"; filename=x",
            "Content-Length: 3");

    private final Random random;
    private final String lineEnd;
    private final String boundary;

    MultipartWriter(long seed, Map<String, String> fields) {
        this.random = new Random(seed);
        // With bare line feeds a value that ends in a carriage return is ambiguous, and refused.
        boolean anyReturn = fields.values().stream().anyMatch(value -> value.endsWith("\r"));
        this.lineEnd = !anyReturn && random.nextInt(4) == 0 ? "\n" : "\r\n";
        this.boundary = boundary(fields);
    }

    String contentType() {
        String quoted = '"' + boundary + '"';
        return choice(
                "multipart/form-data; boundary=" + boundary,
                "multipart/form-data; boundary=" + quoted,
                "Multipart/Form-Data;Boundary=" + quoted + "; charset=utf-8",
                "multipart/form-data; charset=\"utf-8\"; BOUNDARY=" + boundary);
    }

    byte[] write(Map<String, String> fields) {
        List<Map.Entry<String, String>> parts = new ArrayList<>(fields.entrySet());
        Collections.shuffle(parts, random);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (random.nextInt(4) == 0) {
            put(out, "A preamble, ignored." + lineEnd);
        }
        for (Map.Entry<String, String> part : parts) {
            put(out, "--" + boundary + choice("", "", " ", "\t") + lineEnd);
            put(out, headers(part.getKey()) + lineEnd + part.getValue() + lineEnd);
        }
        put(out, "--" + boundary + "--" + choice("", "\r\n", "\r\nan epilogue\r\n"));
        return out.toByteArray();
    }

    private String headers(String name) {
        List<String> headers = new ArrayList<>();
        headers.add(choice("Content-Disposition: ", "content-disposition:", "CONTENT-DISPOSITION:  ")
                + choice("form-data; ", "form-data;", "Form-Data ;" + lineEnd + " ")
                + choice("name=", "Name=")
                + '"'
                + name.replace("\\", "\\\\").replace("\"", "\\\"")
                + '"');
        for (int i = random.nextInt(3); i > 0; i--) {
            headers.add(OTHER_HEADERS.get(random.nextInt(OTHER_HEADERS.size())));
        }
        Collections.shuffle(headers, random);
        return String.join(lineEnd, headers) + lineEnd;
    }

    private String boundary(Map<String, String> fields) {
        StringBuilder made = new StringBuilder();
        do {
            made.setLength(0);
            for (int i = 1 + random.nextInt(70); i > 0; i--) {
                made.append(BOUNDARY_CHARACTERS.charAt(random.nextInt(BOUNDARY_CHARACTERS.length())));
            }
        } while (fields.toString().contains("--" + made) || "A preamble, ignored.".startsWith("--" + made));
        return made.toString();
    }

    private String choice(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static void put(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
