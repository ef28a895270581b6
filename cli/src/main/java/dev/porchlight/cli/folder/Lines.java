package dev.porchlight.cli.folder;

import java.nio.charset.StandardCharsets;

/** Counts the lines of an export as they pass, and knows whether the last is its end. */
final class Lines {
    private static final byte[] END = "{\"end\":".getBytes(StandardCharsets.US_ASCII);

    private long count;
    private long bytes;
    private int column;
    private boolean matches = true;

    void add(byte[] buffer, int length) {
        bytes += length;
        for (int at = 0; at < length; at++) {
            if (column == 0) {
                matches = true;
            }
            if (column < END.length) {
                matches &= buffer[at] == END[column];
            }
            column++;
            if (buffer[at] == '\n') {
                count++;
                column = 0;
            }
        }
    }

    long count() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    boolean endWithTheEnd() {
        return count > 0 && column == 0 && matches;
    }
}
