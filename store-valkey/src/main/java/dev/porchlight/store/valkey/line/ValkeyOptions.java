package dev.porchlight.store.valkey.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the shared store is, and how sure an acknowledgement has to be.
 *
 * @param uris {@code redis://}, {@code rediss://} (TLS) or {@code redis-sentinel://}, with user, password and database; several
 *     are the members of one cluster, or a primary and its replicas
 * @param prefix what every key begins with, so that two installations can share a server
 * @param replicasAcknowledge how many replicas must have a change before it is acknowledged, from 0
 * @param patience how long a request waits for a store that cannot be reached
 * @param authorities a file of certificates (PEM) of those who may vouch for a server with TLS; null for those whom the JDK
 *     trusts
 */
public record ValkeyOptions(
        List<String> uris,
        String prefix,
        int replicasAcknowledge,
        Duration patience,
        @Nullable Path authorities) {
    public static final String PREFIX = "pl";

    public static final Duration PATIENCE = Duration.ofSeconds(5);

    public ValkeyOptions {
        uris = List.copyOf(uris);
    }

    /** The same, where the JDK knows who vouches for the servers. */
    public ValkeyOptions(List<String> uris, String prefix, int replicasAcknowledge, Duration patience) {
        this(uris, prefix, replicasAcknowledge, patience, null);
    }

    /** The same, but only those in the file may vouch for a server with TLS. */
    public ValkeyOptions trusting(Path file) {
        return new ValkeyOptions(uris, prefix, replicasAcknowledge, patience, file);
    }

    /** One installation on that server, with everything as usual. */
    public static ValkeyOptions of(String... uris) {
        return new ValkeyOptions(List.of(uris), PREFIX, 0, PATIENCE);
    }
}
