package dev.porchlight.bench.bare;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * The two fields of a multipart body, read with the least work that still reads them. No answer for bodies that are not
 * built like curl's: the bare server only sees the bench's own.
 */
record Form(String status, String duration) {
    private static final String LINE = "\r\n";

    /** Throws {@link IllegalArgumentException} where a field is missing. */
    static Form parse(String contentType, Buffer body) {
        int at = contentType.indexOf("boundary=");
        if (at < 0) {
            throw new IllegalArgumentException("Content-Type: " + contentType + " (expected: a boundary)");
        }
        String end = LINE + "--" + contentType.substring(at + "boundary=".length());
        String text = body.toString(StandardCharsets.ISO_8859_1);
        return new Form(field(text, "status", end), field(text, "duration", end));
    }

    private static String field(String text, String name, String end) {
        int head = text.indexOf("name=\"" + name + '"');
        int start = head < 0 ? -1 : text.indexOf(LINE + LINE, head);
        int stop = start < 0 ? -1 : text.indexOf(end, start + 2);
        if (stop < 0) {
            throw new IllegalArgumentException(name + ": missing (expected: a part of that name)");
        }
        return text.substring(start + 4, stop);
    }
}
