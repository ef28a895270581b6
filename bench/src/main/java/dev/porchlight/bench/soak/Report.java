package dev.porchlight.bench.soak;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How it went.
 *
 * @param told newer answers that watchers were told
 * @param changes requests that were carried out
 * @param connections of watchers, one after the other
 * @param restarts of the server
 * @param offlines that were held against leases and grace
 * @param latest how late after its end an Offline came at most
 * @param latestDecided how late after its end the server decided it at most; the rest was on the way
 * @param settled how long after the last change every picture was right
 * @param wrongs what must not have been
 */
public record Report(
        long told,
        long changes,
        long connections,
        int restarts,
        long offlines,
        Duration latest,
        Duration latestDecided,
        Duration settled,
        List<String> wrongs) {

    /** For people. */
    public String text() {
        return String.format(
                        Locale.ROOT,
                        "%,d changes, told %,d times over %,d connections; %d restarts; %,d times offline, decided at most %,d ms late and seen at"
                                + " most %,d ms late;"
                                + " all pictures right after %,d ms; %d things wrong%n",
                        changes,
                        told,
                        connections,
                        restarts,
                        offlines,
                        latestDecided.toMillis(),
                        latest.toMillis(),
                        settled.toMillis(),
                        wrongs.size())
                + String.join("\n", wrongs);
    }
}
