package dev.porchlight.bench.world;

import dev.porchlight.bench.load.Load;
import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.Outcome;
import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Store;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.store.embedded.EmbeddedStore;
import dev.porchlight.store.embedded.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** The data folder of a run: users of the account {@code default}, the first of them signed in for a day. */
public final class World {
    private static final String ACCOUNT = "default";
    private static final int BATCH = 1_000;
    private static final ClientVersion CLIENT = new ClientVersion("5.13.3");

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private World() {}

    /** Makes the folder through the engine, as a server would, without a network. */
    public static void make(Path folder, int users, int signedIn) {
        try (Store store = open(folder)) {
            join(store.directory().accounts().add(new Account(ACCOUNT, ACCOUNT, BEGINNING)));
            inBatches("users", 0, users, (from, to) -> add(store, from, to));
        }
        signIn(folder, 0, signedIn);
    }

    /** Fills a store that is open, the same way, and signs all users in. */
    public static void fill(Store store, int users) {
        join(store.directory().accounts().add(new Account(ACCOUNT, ACCOUNT, BEGINNING)));
        inBatches("users", 0, users, (from, to) -> add(store, from, to));
        signIn(store, 0, users);
    }

    /** Signs in the users from the one number up to, not with, the other. */
    public static void signIn(Path folder, int from, int to) {
        try (Store store = open(folder)) {
            signIn(store, from, to);
        }
    }

    private static void signIn(Store store, int from, int to) {
        Corridor corridor = new Corridor(store.ledger(), new Rules(RuleSettings.DEFAULTS), InstantSource.system());
        inBatches("sign-ins", from, to, (first, last) -> signIn(corridor, first, last));
    }

    /** Gives each of the first users a token of its own: {@link Load#userToken}. */
    public static void giveTokens(Path folder, int users) {
        try (Store store = open(folder)) {
            inBatches("tokens", 0, users, (from, to) -> giveTokens(store, from, to));
        }
    }

    /** The revisions of all users together: how many changes the folder holds. */
    public static long revisions(Path folder, int users) {
        try (Store store = open(folder)) {
            return IntStream.iterate(0, n -> n < users, n -> n + BATCH)
                    .mapToObj(n -> IntStream.range(n, Math.min(users, n + BATCH))
                            .mapToObj(World::key)
                            .toList())
                    .flatMap(keys -> join(store.ledger().readAll(keys)).values().stream())
                    .mapToLong(Presence::revision)
                    .sum();
        }
    }

    private static Store open(Path folder) {
        return EmbeddedStore.open(folder, StoreOptions.DEFAULTS);
    }

    private static void add(Store store, int from, int to) {
        List<User> users = IntStream.range(from, to).mapToObj(World::user).toList();
        if (join(store.directory().users().add(users)).stream().anyMatch(written -> written != Written.DONE)) {
            throw new IllegalStateException("users " + from + " to " + to + " could not all be added");
        }
    }

    private static void giveTokens(Store store, int from, int to) {
        List<CompletableFuture<Written>> written = IntStream.range(from, to)
                .mapToObj(n -> store.directory().tokens().add(token(n)).toCompletableFuture())
                .toList();
        if (!written.stream().allMatch(token -> token.join() == Written.DONE)) {
            throw new IllegalStateException("users " + from + " to " + to + " could not all be given tokens");
        }
    }

    private static void signIn(Corridor corridor, int from, int to) {
        List<CompletableFuture<Outcome>> outcomes = IntStream.range(from, to)
                .mapToObj(n -> corridor.submit(key(n), beat()).toCompletableFuture())
                .toList();
        if (!outcomes.stream().allMatch(outcome -> outcome.join() instanceof Outcome.Done)) {
            throw new IllegalStateException("users " + from + " to " + to + " could not all be signed in");
        }
    }

    private static Command beat() {
        return new Command.Beat(
                "desktop", "desktop", CLIENT, Activity.ACTIVE, RuleSettings.DEFAULTS.maxLease(), "bench");
    }

    private static User user(int n) {
        String id = Load.userId(n);
        String first = "F" + id.substring(6, 14);
        String last = "L" + id.substring(14);
        return new User(
                ACCOUNT, id, id + "@example.com", first, last, first + " " + last, 1, User.State.ACTIVE, BEGINNING);
    }

    private static Token token(int n) {
        return new Token(
                Secrets.hash(Load.userToken(n)),
                ACCOUNT,
                Load.userId(n),
                null,
                "bench",
                new TreeSet<>(List.of("user:read", "user:write")),
                BEGINNING,
                null);
    }

    private static UserKey key(int n) {
        return new UserKey(ACCOUNT, Load.userId(n));
    }

    /** Does the work in batches, each awaited, and says how far it is. */
    private static void inBatches(String what, int from, int to, Batch batch) {
        Instant start = Instant.now();
        for (int first = from; first < to; first += BATCH) {
            int last = Math.min(to, first + BATCH);
            batch.run(first, last);
            if (last == to || last % (100 * BATCH) == 0) {
                long millis = Duration.between(start, Instant.now()).toMillis();
                System.out.printf(Locale.ROOT, "%,d of %,d %s after %,d ms%n", last, to, what, millis);
            }
        }
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    /** Work on the users from the one number up to, not with, the other. */
    private interface Batch {
        void run(int from, int to);
    }
}
