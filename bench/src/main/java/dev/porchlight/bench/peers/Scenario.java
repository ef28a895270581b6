package dev.porchlight.bench.peers;

import dev.porchlight.bench.peers.server.Live;
import dev.porchlight.bench.peers.speech.Contacts;
import java.io.IOException;
import java.time.Duration;

/** One measurement of one server. */
interface Scenario {
    /** For anything that is awaited: a server that takes longer is broken. */
    Duration PATIENCE = Duration.ofMinutes(5);

    Contacts contacts();

    /** Whether the server has to be started anew each time, for its memory is measured. */
    boolean isFresh();

    /** Whether Prosody takes part, too, whose figures are far from the others' elsewhere. */
    boolean isForAll();

    /** Once before the first round, where the server lives through all of them: what runs for days is measured warm. */
    default void warmUp(Live server) throws IOException, InterruptedException {}

    void run(Live server, Figures figures) throws IOException, InterruptedException;
}
