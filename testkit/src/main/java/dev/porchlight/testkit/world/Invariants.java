package dev.porchlight.testkit.world;

import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.rule.Decision.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of each commit (semantics: Invariants), said again without a look at how the rules come to it.
 *
 * @param alarm that was committed with {@code before}
 * @param clock of the node that commits
 * @param violated told of each thing that does not hold
 */
record Invariants(
        Presence before, @Nullable Instant alarm, Accepted accepted, Instant clock, Consumer<String> violated) {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    void check() {
        Presence next = accepted.next();
        require(
                next.revision() == before.revision() + 1,
                "a revision does not follow the last",
                next.revision(),
                before.revision());
        require(next.user().equals(before.user()), "one user's presence over another's", next.user(), before.user());
        boolean differs = next.shown().differsFrom(before.shown());
        require(
                differs == (accepted.event() != null),
                "an event where the answer is the same, or none where it differs",
                differs,
                accepted.event());
        require(
                next.changedAt()
                        .equals(
                                accepted.event() == null
                                        ? before.changedAt()
                                        : accepted.event().at()),
                "the answer changed at another instant than its event",
                next.changedAt(),
                accepted.event());
        if (accepted.event() != null) {
            checkEvent(accepted.event());
        }
        checkMinute(before.updatedAt(), next.updatedAt());
    }

    private void checkEvent(PresenceEvent event) {
        Presence next = accepted.next();
        require(event.user().equals(next.user()), "the event is another user's", event.user(), next.user());
        require(
                event.revision() == next.revision(),
                "the event has another revision than its commit",
                event.revision(),
                next.revision());
        require(event.answer().equals(next.shown()), "the event tells another answer than its commit", event.answer());
        require(
                event.before() == before.shown().status(),
                "the event does not follow what was shown before",
                event.before());
        require(!event.at().isAfter(clock), "an event from the future", event.at(), clock);
        String by = event.cause().by();
        require(
                by.isEmpty() || by.startsWith(next.user().account() + "/"),
                "somebody of another account moved a user",
                by,
                next.user());
        boolean byTime = event.cause().kind() == Cause.Kind.TIME;
        require(
                byTime == reached(alarm, event.at()),
                "an end without an event of its own, or an event without an end",
                event,
                alarm);
        if (byTime) {
            checkEnds(event.at());
        }
    }

    /** What time took away had come to its end, and nothing else went. */
    private void checkEnds(Instant at) {
        Presence next = accepted.next();
        for (Session session : before.sessions()) {
            boolean ended = !session.leaseUntil().isAfter(at);
            require(
                    ended || next.sessions().contains(session),
                    "a lease ended before its end",
                    session.leaseUntil(),
                    at);
        }
        for (Claim claim : before.claims()) {
            boolean ended = reached(claim.until(), at);
            require(ended || next.claims().contains(claim), "a claim ended before its end", claim.until(), at);
        }
        Declaration declaration = before.declaration();
        if (declaration != null && !declaration.equals(next.declaration())) {
            boolean abandoned =
                    next.sessions().isEmpty() && !declaration.status().outlivesSessions();
            boolean ended = abandoned || reached(declaration.until(), at);
            require(ended, "a declaration ended before its end", declaration.until(), at);
        }
    }

    private void checkMinute(@Nullable Instant last, @Nullable Instant next) {
        if (last != null && next != null && !Objects.equals(last, next)) {
            Duration passed = Duration.between(last, next).abs();
            require(passed.compareTo(MINUTE) >= 0, "two updates by the API within a minute", passed);
        }
    }

    private static boolean reached(@Nullable Instant end, Instant at) {
        return end != null && !end.isAfter(at);
    }

    private void require(boolean holds, String otherwise, @Nullable Object... facts) {
        if (!holds) {
            violated.accept(otherwise + ": " + before.user() + " " + Arrays.toString(facts));
        }
    }
}
