package dev.porchlight.server;

import java.time.Duration;
import java.util.List;

/**
 * The store that several nodes share, in the place of a folder.
 *
 * @param servers where it is: {@code redis://}, {@code rediss://} or {@code redis-sentinel://}; none for a folder
 * @param prefix what every key begins with
 * @param replicasAcknowledge how many replicas must have a change before it is acknowledged, from 0
 * @param patience how long a request waits for a store that cannot be reached
 */
public record SharedSettings(List<String> servers, String prefix, int replicasAcknowledge, Duration patience) {
    public static final SharedSettings OFF = new SharedSettings(List.of(), "pl", 0, Duration.ofSeconds(5));

    public SharedSettings {
        servers = List.copyOf(servers);
    }

    /** Whether there is a shared store. */
    public boolean on() {
        return !servers.isEmpty();
    }

    /** Without the passwords in it. */
    @Override
    public String toString() {
        return "SharedSettings[prefix=" + prefix + ", replicasAcknowledge=" + replicasAcknowledge + ", patience="
                + patience + "]";
    }
}
