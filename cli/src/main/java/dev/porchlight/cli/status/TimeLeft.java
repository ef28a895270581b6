package dev.porchlight.cli.status;

import java.time.Duration;
import java.util.Locale;

/** How long something still lasts, as short as a column. */
final class TimeLeft {
    private TimeLeft() {}

    static String text(Duration left) {
        if (left.isNegative() || left.isZero()) {
            return "0:00";
        }
        // Half a second is shown as one: what is left is over when it says 0.
        long seconds = left.plusNanos(999_999_999).toSeconds();
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }
}
