package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.testkit.valkey.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** Signs users into a server of its own, and prints what each costs in memory and time: {@code MemoryPerUser [users]}. */
final class MemoryPerUser {
    private static final int UNDER_WAY = 2_000;

    private final RedisServer server;
    private final Shards shards;
    private final List<UserKey> users;

    private MemoryPerUser(RedisServer server, Shards shards, int count) {
        this.server = server;
        this.shards = shards;
        this.users = IntStream.range(0, count)
                .mapToObj(i -> new UserKey("acme", "user-" + (100_000_000 + i)))
                .toList();
    }

    public static void main(String[] args) throws InterruptedException {
        int count = args.length == 0 ? 200_000 : Integer.parseInt(args[0]);
        try (RedisServer server = RedisServer.start();
                Lines lines = Lines.open(ValkeyOptions.of(server.uri()), "memory");
                Shards shards = new Shards(lines, "pl", new Random(), System::nanoTime, Membership.Pace.USUAL)) {
            lines.ready().toCompletableFuture().join();
            new MemoryPerUser(server, shards, count).run();
        }
    }

    private void run() throws InterruptedException {
        long empty = used();
        print("signed in, one event", empty, commits(0));
        for (int events = 2; events <= 10; events++) {
            long nanos = commits(events - 1);
            if (events % 3 == 1) {
                print("signed in, " + events + " events", empty, nanos);
            }
        }
    }

    private void print(String what, long empty, long nanos) {
        String micros = microsAScript();
        shards.outbox().trim(Instant.MAX).toCompletableFuture().join();
        System.out.printf(
                "%-22s %5d bytes a user, %,7d commits/s, %s us of the server a script%n",
                what, (used() - empty) / users.size(), users.size() * 1_000_000_000L / nanos, micros);
    }

    /** Answers how long it took, in nanoseconds. */
    private long commits(int minute) throws InterruptedException {
        Semaphore room = new Semaphore(UNDER_WAY);
        long start = System.nanoTime();
        for (UserKey user : users) {
            room.acquire();
            shards.ledger()
                    .read(user)
                    .thenCompose(presence -> shards.ledger().commit(next(presence, minute)))
                    .whenComplete((done, failure) -> room.release());
        }
        room.acquire(UNDER_WAY);
        return System.nanoTime() - start;
    }

    private static Accepted next(Presence presence, int minute) {
        Activity activity = minute % 2 == 0 ? Activity.ACTIVE : Activity.IDLE;
        return Changes.decide(presence, activity, Duration.ofMinutes(2), Changes.NOON.plus(Duration.ofMinutes(minute)));
    }

    private long used() {
        return Long.parseLong(told("memory", "used_memory:").strip());
    }

    /** Since it was asked last. */
    private String microsAScript() {
        String told = told("commandstats", "cmdstat_evalsha:");
        server.ask("CONFIG", "RESETSTAT");
        return told.replaceAll(".*usec_per_call=([0-9.]+).*", "$1");
    }

    private String told(String section, String name) {
        return server.ask("INFO", section)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }
}
