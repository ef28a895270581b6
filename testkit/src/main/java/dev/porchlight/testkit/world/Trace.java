package dev.porchlight.testkit.world;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.CRC32C;

/** What happened: the last lines of it, and a digest of all. */
final class Trace {
    private static final int KEPT = 60;

    private final VirtualTime time;
    private final Deque<String> tail = new ArrayDeque<>();
    private final CRC32C digest = new CRC32C();
    private long lines;

    Trace(VirtualTime time) {
        this.time = time;
    }

    void line(String who, String what) {
        String line = time.passed() + " " + who + " " + what;
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        lines++;
        tail.addLast(line);
        if (tail.size() > KEPT) {
            tail.removeFirst();
        }
    }

    long lines() {
        return lines;
    }

    long digest() {
        return digest.getValue();
    }

    String tail() {
        return String.join("\n", tail);
    }
}
