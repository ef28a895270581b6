package dev.porchlight.store.valkey.line;

import dev.porchlight.engine.Failures;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.store.valkey.line.Findings.Durability;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Whether a server can be a primary of the store, and how sure it keeps what it is told. */
final class PrimaryCheck {
    private static final int OLDEST = 7;
    private static final String EVERYTHING_KEPT = "noeviction";

    private final String server;
    private final int replicas;
    private final Map<String, String> info;
    private final Map<String, String> config;

    private PrimaryCheck(String server, int replicas, Map<String, String> info, Map<String, String> config) {
        this.server = server;
        this.replicas = replicas;
        this.info = info;
        this.config = config;
    }

    /**
     * Asks the server.
     *
     * @param key of the store, in a slot that the server has; nothing is kept under it
     * @return fails where the server cannot be worked with
     */
    static CompletionStage<Findings> of(
            String server, int replicas, byte[] key, RedisAsyncCommands<byte[], byte[]> wire) {
        CompletionStage<?> rights = wire.<Long>eval("return 1", ScriptOutputType.INTEGER, key)
                .thenCombine(wire.spublish(key, new byte[0]), (one, ears) -> one)
                .thenCombine(wire.waitForReplication(0, 1), (one, acknowledged) -> one);
        CompletionStage<Map<String, String>> config =
                wire.configGet("save", "appendfsync").exceptionally(error -> refused(error));
        return rights.thenCombine(wire.info(), (done, info) -> read(info))
                .thenCombine(config, (info, set) -> new PrimaryCheck(server, replicas, info, set).findings());
    }

    /** Services that run the server for somebody else often keep its settings to themselves. */
    private static Map<String, String> refused(Throwable error) {
        if (Failures.cause(error) instanceof RedisCommandExecutionException) {
            return Map.of();
        }
        throw new IllegalStateException(Refusal.words(error), error);
    }

    private static Map<String, String> read(String info) {
        return info.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip(), (one, same) -> one));
    }

    private Findings findings() {
        mustBeNewEnough();
        mustKeepEverything();
        Durability durability = durability();
        List<String> warnings = new ArrayList<>();
        switch (durability) {
            case NONE ->
                warnings.add(
                        server + " keeps everything in memory only: a restart of it loses all. Set appendonly yes.");
            case NOW_AND_THEN ->
                warnings.add(server + " loses acknowledged changes when it crashes. Set appendonly yes and appendfsync"
                        + " always, or everysec to lose a second at most.");
            case UNKNOWN ->
                warnings.add(
                        server + " does not tell its settings (CONFIG is refused), so that appendfsync and save were"
                                + " not checked.");
            case ALWAYS, EVERY_SECOND -> {}
        }
        int connected = number("connected_slaves");
        if (connected < replicas) {
            warnings.add(server + " has " + connected + " replicas connected (expected: at least " + replicas
                    + "): no change is acknowledged until they are.");
        }
        return new Findings(server, durability, warnings);
    }

    private void mustBeNewEnough() {
        String version = info.getOrDefault("redis_version", "unknown");
        if (version.matches("\\d+\\..*") && Integer.parseInt(version.substring(0, version.indexOf('.'))) < OLDEST) {
            throw new StoreUnavailableException(server + " is version " + version
                    + " (expected: Valkey, or Redis 7 or newer, for sharded channels)");
        }
    }

    private void mustKeepEverything() {
        String policy = info.getOrDefault("maxmemory_policy", EVERYTHING_KEPT);
        if (!policy.equals(EVERYTHING_KEPT)) {
            throw new StoreUnavailableException(
                    server + " would throw presences away when its memory is full: maxmemory-policy " + policy
                            + " (expected: noeviction). Set it with: redis-cli CONFIG SET maxmemory-policy noeviction, and"
                            + " in its configuration file.");
        }
    }

    private Durability durability() {
        if (info.getOrDefault("aof_enabled", "0").equals("1")) {
            return switch (config.getOrDefault("appendfsync", "")) {
                case "always" -> Durability.ALWAYS;
                case "everysec" -> Durability.EVERY_SECOND;
                case "no" -> Durability.NOW_AND_THEN;
                default -> Durability.UNKNOWN;
            };
        }
        String save = config.get("save");
        if (save == null) {
            return Durability.UNKNOWN;
        }
        return save.isBlank() ? Durability.NONE : Durability.NOW_AND_THEN;
    }

    private int number(String name) {
        return Integer.parseInt(info.getOrDefault(name, "0"));
    }
}
