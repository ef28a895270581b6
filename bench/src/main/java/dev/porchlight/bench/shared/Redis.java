package dev.porchlight.bench.shared;

import dev.porchlight.store.valkey.ValkeyStore;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.testkit.valkey.RedisServer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** A server of the bench's own, as durable as it is asked to be, and what it says of itself. */
public record Redis(RedisServer server) implements AutoCloseable {

    /** Starts one that writes to disk then: {@code always}, {@code everysec} or {@code no}. */
    public static Redis start(String fsync) {
        return new Redis(
                RedisServer.start("--appendonly", "yes", "--appendfsync", fsync, "--auto-aof-rewrite-percentage", "0"));
    }

    /** What a node sees of it. */
    public ValkeyStore node(String prefix) {
        return ValkeyStore.open(
                new ValkeyOptions(List.of(server.uri()), prefix, 0, Duration.ofSeconds(10)),
                new SecureRandom(),
                System::nanoTime);
    }

    long memory() {
        return Math.round(number("memory", "used_memory"));
    }

    double processorSeconds() {
        return number("cpu", "used_cpu_user") + number("cpu", "used_cpu_sys");
    }

    private double number(String section, String field) {
        return server.ask("INFO", section)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(field + ":"))
                .mapToDouble(line -> Double.parseDouble(line.substring(field.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("INFO " + section + " has no " + field));
    }

    @Override
    public void close() {
        server.close();
    }
}
