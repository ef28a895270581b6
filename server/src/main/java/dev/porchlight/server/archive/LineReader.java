package dev.porchlight.server.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, counted from 1, each of a length that fits in memory. */
final class LineReader {
    /** No line of an export comes near: fifty sessions and twenty claims are about 20 kB. */
    static final int MAX_BYTES = 1024 * 1024;

    private final InputStream in;
    private long number;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /** The number of the line that was read last, or of the one that was missing. */
    long number() {
        return number;
    }

    /** The next line without its end, or null after the last. What follows the last line end is a line, too. */
    byte @Nullable [] next() throws IOException {
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() == MAX_BYTES) {
                throw ArchiveException.at(number, "longer than any line of an export");
            }
            line.write(read);
            read = in.read();
        }
        return line.toByteArray();
    }
}
