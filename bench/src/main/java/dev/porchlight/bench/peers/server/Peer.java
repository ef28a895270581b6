package dev.porchlight.bench.peers.server;

import dev.porchlight.bench.peers.speech.Contacts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A kind of server that takes part in the comparison. */
public interface Peer {
    String name();

    /** What has to be installed for it to take part; empty where everything is there. */
    Optional<String> missing();

    /** Fills it with users and their contacts, once and before it is started. */
    void fill(List<Contacts> all) throws IOException, InterruptedException;

    /** Starts it; everybody is as after {@link #fill}. */
    Live start() throws IOException, InterruptedException;
}
