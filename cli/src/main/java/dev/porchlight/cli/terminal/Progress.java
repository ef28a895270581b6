package dev.porchlight.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far long work has come, on one line of standard error that is written over; silent where nobody watches. */
public final class Progress implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Surroundings surroundings;
    private final String doing;
    private Instant next = Instant.MIN;
    private boolean shown;

    public Progress(Surroundings surroundings, String doing) {
        this.surroundings = surroundings;
        this.doing = doing;
    }

    /** So much is done; 0 bytes where that is not known. */
    public void at(long lines, long bytes) {
        at(lines, "lines", bytes == 0 ? "" : ", " + size(bytes));
    }

    /** So much is done, of so much. */
    public synchronized void at(long done, long all, String what) {
        at(done, "of %,d %s".formatted(all, what), "");
    }

    private void at(long done, String what, String more) {
        if (!surroundings.errIsTerminal()) {
            return;
        }
        Instant now = surroundings.clock().instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        shown = true;
        surroundings.err().printf(Locale.ROOT, "\r%s: %,d %s%s\u001b[K", doing, done, what, more);
        surroundings.err().flush();
    }

    /** Bytes as people read them. */
    public static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        double amount = bytes / 1024.0;
        String unit = "KiB";
        for (String larger : new String[] {"MiB", "GiB", "TiB"}) {
            if (amount >= 1024) {
                amount /= 1024;
                unit = larger;
            }
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, unit);
    }

    @Override
    public void close() {
        if (shown) {
            surroundings.err().print("\r\u001b[K");
            surroundings.err().flush();
        }
    }
}
