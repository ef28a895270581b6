package dev.porchlight.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The store that several nodes share, in the place of a folder.
 *
 * @param servers where it is: {@code redis://}, {@code rediss://} or {@code redis-sentinel://}; none for a folder
 * @param prefix what every key begins with
 * @param replicasAcknowledge how many replicas must have a change before it is acknowledged, from 0
 * @param patience how long a request waits for a store that cannot be reached
 * @param authorities a file of certificates, in PEM, that its servers are trusted by; null for those that Java trusts
 */
public record SharedSettings(
        List<String> servers,
        String prefix,
        int replicasAcknowledge,
        Duration patience,
        @Nullable Path authorities) {
    public static final SharedSettings OFF = new SharedSettings(List.of(), "pl", 0, Duration.ofSeconds(5), null);

    public SharedSettings {
        servers = List.copyOf(servers);
    }

    /** Whether there is a shared store. */
    public boolean on() {
        return !servers.isEmpty();
    }

    /** Where the store is, for people: without users and passwords. */
    String places() {
        return servers.stream()
                .map(URI::create)
                .map(uri -> uri.getHost() == null
                        ? uri.getRawAuthority().replaceFirst(".*@", "")
                        : uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort())
                .collect(Collectors.joining(", "));
    }

    /** Without the passwords in it. */
    @Override
    public String toString() {
        return "SharedSettings[prefix=" + prefix + ", replicasAcknowledge=" + replicasAcknowledge + ", patience="
                + patience + "]";
    }
}
