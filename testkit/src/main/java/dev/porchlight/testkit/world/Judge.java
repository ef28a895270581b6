package dev.porchlight.testkit.world;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.port.Ledger.Commit;
import dev.porchlight.engine.port.Outbox.Entry;
import dev.porchlight.engine.port.Store;
import dev.porchlight.engine.watch.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Sees every commit as the store takes it and keeps a record of its own, against which it holds the store, what callers are
 * answered and what watchers are told.
 */
final class Judge {
    private final Store store;
    private final Rules rules;
    private final Trace trace;
    private final Map<UserKey, Book> books = new LinkedHashMap<>();
    private @Nullable String violation;
    private int commits;

    /** All that was committed of one user. */
    private static final class Book {
        private final List<Presence> presences = new ArrayList<>();
        private final List<PresenceEvent> events = new ArrayList<>();
        private @Nullable Instant alarm;
        private Instant committedAt = Instant.MIN;
        private Instant changedAt = Instant.MIN;
        private long acknowledged;
    }

    Judge(Store store, Rules rules, Trace trace, List<UserKey> users) {
        this.store = store;
        this.rules = rules;
        this.trace = trace;
        for (UserKey user : users) {
            Book book = new Book();
            book.presences.add(Presence.none(user));
            books.put(user, book);
        }
    }

    CompletionStage<Commit> commit(Accepted accepted, Instant clock, Instant now) {
        Book book = of(accepted.next().user());
        Invariants invariants = new Invariants(book.presences.getLast(), book.alarm, accepted, clock, this::violated);
        return store.ledger().commit(accepted).thenApply(commit -> {
            trace.line("store", commit + " " + described(accepted));
            if (commit == Commit.COMMITTED) {
                commits++;
                invariants.check();
                enter(book, accepted, now);
            }
            return commit;
        });
    }

    private static void enter(Book book, Accepted accepted, Instant now) {
        book.presences.add(accepted.next());
        book.alarm = accepted.alarm();
        book.committedAt = now;
        if (accepted.event() != null) {
            book.events.add(accepted.event());
            book.changedAt = now;
        }
    }

    /** A caller was told that this holds. */
    void acknowledged(Presence presence) {
        Book book = of(presence.user());
        require(presence.equals(at(book, presence.revision())), "acknowledged, never committed", presence);
        book.acknowledged = Math.max(book.acknowledged, presence.revision());
    }

    long acknowledged(UserKey user) {
        return of(user).acknowledged;
    }

    /** A caller who asked after {@code atLeast} was acknowledged was answered. */
    void answered(Shown shown, Instant clock, long atLeast) {
        Presence presence = at(of(shown.user()), shown.revision());
        require(shown.revision() >= atLeast, "answered with less than what was acknowledged before", shown, atLeast);
        require(
                presence != null && rules.status(presence, clock).equals(shown.answer()),
                "answered what does not follow from the state at that instant",
                clock,
                shown);
    }

    /** A watcher of the user was told. */
    void told(UserKey watched, Shown shown, @Nullable Shown before) {
        require(shown.user().equals(watched), "who watches one user was told of another", watched, shown);
        require(
                before == null || before.revision() < shown.revision(),
                "told of an older answer after a newer one",
                shown,
                before);
        Presence presence = at(of(watched), shown.revision());
        require(presence != null && presence.shown().equals(shown.answer()), "told, never committed", shown);
    }

    /** What a watcher who has been told all there is must believe of the user. */
    void believed(String watcher, UserKey user, @Nullable Shown shown) {
        Presence presence = of(user).presences.getLast();
        require(
                shown != null && shown.answer().equals(presence.shown()),
                "a watcher believes what is not committed",
                watcher,
                shown,
                presence);
    }

    Instant changedAt(UserKey user) {
        return of(user).changedAt;
    }

    /** Whether the store holds exactly what was committed. */
    void inspect() {
        Optional<Instant> first = Optional.empty();
        for (Map.Entry<UserKey, Book> entry : books.entrySet()) {
            Presence held = now(store.ledger().read(entry.getKey()));
            Presence last = entry.getValue().presences.getLast();
            require(held.equals(last), "the store holds something else than what was committed", held, last);
            Instant alarm = entry.getValue().alarm;
            if (alarm != null && first.map(alarm::isBefore).orElse(true)) {
                first = Optional.of(alarm);
            }
        }
        Optional<Instant> next = now(store.alarms().next());
        require(next.equals(first), "the first alarm is not the one that was committed", next, first);
    }

    /**
     * Whether every end has been carried out that had come by then, of users of whom nothing was committed since: a commit by
     * a clock that is behind may set an alarm that is over already by another.
     *
     * @param clock what the clock that is most ahead showed then
     */
    void inspectEnds(Instant then, Instant clock) {
        for (Book book : books.values()) {
            Presence last = book.presences.getLast();
            boolean carriedOut =
                    rules.status(last, clock).status() == last.shown().status();
            require(carriedOut || book.committedAt.isAfter(then), "by then nobody had carried out an end", clock, last);
        }
    }

    /** Whether history and outbox hold each event once and in order. */
    void inspectEvents() {
        List<PresenceEvent> carried = new ArrayList<>();
        List<Entry> taken = take();
        while (!taken.isEmpty()) {
            taken.forEach(entry -> now(store.outbox().done(entry)));
            taken.forEach(entry -> carried.add(entry.event()));
            taken = take();
        }
        for (Map.Entry<UserKey, Book> entry : books.entrySet()) {
            List<PresenceEvent> events = entry.getValue().events;
            require(
                    carried.stream()
                            .filter(event -> event.user().equals(entry.getKey()))
                            .toList()
                            .equals(events),
                    "the outbox lost, doubled or disordered an event",
                    entry.getKey());
            List<PresenceEvent> history =
                    now(store.history().between(entry.getKey(), Instant.EPOCH, Instant.MAX, Integer.MAX_VALUE));
            require(
                    history.size() == events.size() && history.containsAll(events),
                    "the history lost or doubled an event",
                    entry.getKey());
        }
    }

    private List<Entry> take() {
        return now(store.outbox().take(Instant.MAX.minusSeconds(1), 100, Duration.ZERO));
    }

    /** @param facts for the message, in an order that explains it */
    void require(boolean holds, String otherwise, @Nullable Object... facts) {
        if (!holds) {
            violated(otherwise + ": " + Arrays.toString(facts));
        }
    }

    /** The first thing that went wrong, or null. */
    @Nullable
    String violation() {
        return violation;
    }

    int commits() {
        return commits;
    }

    private void violated(String what) {
        if (violation == null) {
            violation = what;
            trace.line("judge", what);
        }
    }

    private Book of(UserKey user) {
        Book book = books.get(user);
        if (book == null) {
            throw new IllegalStateException("nobody of this world: " + user);
        }
        return book;
    }

    private static @Nullable Presence at(Book book, long revision) {
        return revision < book.presences.size() ? book.presences.get((int) revision) : null;
    }

    private static String described(Accepted accepted) {
        Presence next = accepted.next();
        return next.user() + " " + next.revision() + " " + next.shown() + " " + accepted.event() + " "
                + accepted.alarm();
    }

    /** The store of a world answers at once. */
    static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
