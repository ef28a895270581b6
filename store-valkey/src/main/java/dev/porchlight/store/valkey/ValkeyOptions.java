package dev.porchlight.store.valkey;

import java.time.Duration;
import java.util.List;

/**
 * Where the shared store is, and how sure an acknowledgement has to be.
 *
 * @param uris {@code redis://}, {@code rediss://} (TLS) or {@code redis-sentinel://}, with user, password and database; several
 *     are the members of one cluster, or a primary and its replicas
 * @param prefix what every key begins with, so that two installations can share a server
 * @param replicasAcknowledge how many replicas must have a change before it is acknowledged, from 0
 * @param patience how long a request waits for a store that cannot be reached
 */
public record ValkeyOptions(List<String> uris, String prefix, int replicasAcknowledge, Duration patience) {
    public static final String PREFIX = "pl";

    public static final Duration PATIENCE = Duration.ofSeconds(5);

    public ValkeyOptions {
        uris = List.copyOf(uris);
    }

    /** One installation on that server, with everything as usual. */
    public static ValkeyOptions of(String... uris) {
        return new ValkeyOptions(List.of(uris), PREFIX, 0, PATIENCE);
    }
}
