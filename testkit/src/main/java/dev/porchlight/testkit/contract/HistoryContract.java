package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.History.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link dev.porchlight.engine.port.History} does. */
public abstract class HistoryContract extends PortContract {

    @Test
    void aUserWithoutEventsHasNoHistory() {
        assertThat(between(ADA, Instant.EPOCH, NOON, 10)).isEmpty();
        assertThat(asOf(ADA, NOON)).isEmpty();
    }

    @Test
    void theFirstInstantIsWithinAndTheLastIsNot() {
        change(ADA, NOON);
        PresenceEvent one = change(ADA, minutesAfterNoon(1));
        PresenceEvent two = change(ADA, minutesAfterNoon(2));
        change(ADA, minutesAfterNoon(3));

        assertThat(between(ADA, minutesAfterNoon(1), minutesAfterNoon(3), 10)).containsExactly(one, two);
        assertThat(between(ADA, minutesAfterNoon(1).plusNanos(1), minutesAfterNoon(3), 10))
                .containsExactly(two);
        assertThat(between(ADA, minutesAfterNoon(4), minutesAfterNoon(9), 10)).isEmpty();
    }

    @Test
    void ofTooManyTheNewestAreAnsweredOldestFirst() {
        change(ADA, NOON);
        PresenceEvent one = change(ADA, minutesAfterNoon(1));
        PresenceEvent two = change(ADA, minutesAfterNoon(2));

        assertThat(between(ADA, NOON, minutesAfterNoon(9), 2)).containsExactly(one, two);
    }

    @Test
    void asOfAnInstantIsTheLastEventUntilThen() {
        PresenceEvent first = change(ADA, NOON);
        PresenceEvent second = change(ADA, minutesAfterNoon(2));

        assertThat(asOf(ADA, NOON.minusNanos(1))).isEmpty();
        assertThat(asOf(ADA, NOON)).contains(first);
        assertThat(asOf(ADA, minutesAfterNoon(2).minusNanos(1))).contains(first);
        assertThat(asOf(ADA, minutesAfterNoon(2))).contains(second);
        assertThat(asOf(ADA, minutesAfterNoon(99))).contains(second);
    }

    @Test
    void eventsOfOneInstantAreInTheOrderOfTheirRevisions() {
        PresenceEvent first = change(ADA, NOON);
        PresenceEvent second = change(ADA, NOON);
        PresenceEvent third = change(ADA, NOON);

        assertThat(between(ADA, NOON, minutesAfterNoon(1), 10)).containsExactly(first, second, third);
        assertThat(asOf(ADA, NOON)).contains(third);
    }

    @Test
    void eventsOfAClockThatWasPutBackAreInTheOrderOfTheirInstants() {
        PresenceEvent later = change(ADA, minutesAfterNoon(1));
        PresenceEvent earlier = change(ADA, NOON);

        assertThat(between(ADA, NOON, minutesAfterNoon(2), 10)).containsExactly(earlier, later);
        assertThat(between(ADA, NOON, minutesAfterNoon(2), 1)).containsExactly(later);
        assertThat(asOf(ADA, NOON)).contains(earlier);
        assertThat(asOf(ADA, minutesAfterNoon(1))).contains(later);
    }

    @Test
    void usersWhoseNamesBeginTheSameHaveHistoriesOfTheirOwn() {
        PresenceEvent ada = change(ADA, NOON);
        change(new UserKey("acme", "ad"), NOON);
        change(new UserKey("acme", "ada2"), NOON);
        change(new UserKey("acme", "ada\u0000"), NOON);
        change(new UserKey("globex", "ada"), NOON);
        change(new UserKey("acm", "eada"), NOON);

        assertThat(between(ADA, Instant.EPOCH, minutesAfterNoon(9), 10)).containsExactly(ada);
        assertThat(asOf(ADA, minutesAfterNoon(9))).contains(ada);
        assertThat(asOf(new UserKey("acme", "ada1"), minutesAfterNoon(9))).isEmpty();
    }

    @Test
    void trimDropsWhatIsOlderOfAllUsers() {
        change(ADA, NOON);
        change(BOB, NOON);
        PresenceEvent kept = change(ADA, minutesAfterNoon(1));

        assertThat(await(store.history().trim(minutesAfterNoon(1)))).isEqualTo(2);
        assertThat(await(store.history().trim(minutesAfterNoon(1)))).isZero();
        assertThat(between(ADA, Instant.EPOCH, minutesAfterNoon(9), 10)).containsExactly(kept);
        assertThat(asOf(ADA, NOON)).isEmpty();
        assertThat(await(store.ledger().read(BOB)).revision()).isEqualTo(1);
    }

    @Test
    void theHistorySurvivesReopening() {
        List<PresenceEvent> committed = List.of(change(ADA, NOON), change(ADA, minutesAfterNoon(1)));

        restart();

        assertThat(between(ADA, NOON, minutesAfterNoon(9), 10)).isEqualTo(committed);
    }

    @Test
    void whoReadAHistoryIsTracedInOrder() {
        Reading second = reading(ADA, minutesAfterNoon(1), "user:bob");
        Reading first = reading(ADA, NOON, "app:bot");
        Reading third = reading(ADA, minutesAfterNoon(1), "user:cyd");
        reading(BOB, NOON, "user:ada");
        reading(new UserKey("acme", "ada2"), NOON, "user:bob");

        assertThat(readings(NOON, minutesAfterNoon(9), 10)).containsExactly(first, second, third);
        assertThat(readings(NOON, minutesAfterNoon(9), 2)).containsExactly(second, third);
        assertThat(readings(NOON, minutesAfterNoon(1), 10)).containsExactly(first);
        assertThat(readings(NOON.plusNanos(1), minutesAfterNoon(9), 10)).containsExactly(second, third);
        assertThat(between(ADA, Instant.EPOCH, minutesAfterNoon(9), 10)).isEmpty();
    }

    @Test
    void theSameReadingTwiceIsOne() {
        Reading once = reading(ADA, NOON, "user:bob");
        reading(ADA, NOON, "user:cyd");
        reading(ADA, NOON, "user:bob");

        assertThat(readings(NOON, minutesAfterNoon(1), 10)).hasSize(2).first().isEqualTo(once);
    }

    @Test
    void readingsAreTrimmedAndSurviveReopeningAsEventsDo() {
        change(ADA, minutesAfterNoon(1));
        reading(ADA, NOON, "user:bob");
        reading(BOB, NOON.minus(Duration.ofDays(3)), "user:bob");
        Reading kept = reading(ADA, minutesAfterNoon(1), "user:bob");

        assertThat(await(store.history().trim(minutesAfterNoon(1)))).isEqualTo(2);
        restart();

        assertThat(readings(Instant.EPOCH, minutesAfterNoon(9), 10)).containsExactly(kept);
        assertThat(await(store.history().readings(BOB, Instant.EPOCH, minutesAfterNoon(9), 10)))
                .isEmpty();
    }

    private Reading reading(UserKey user, Instant at, String by) {
        Reading reading = new Reading(user, at, by, at.minus(Duration.ofDays(1)), at.plusNanos(1));
        assertThat(await(store.history().trace(reading))).isEqualTo(Written.DONE);
        return reading;
    }

    private List<Reading> readings(Instant from, Instant to, int limit) {
        return await(store.history().readings(ADA, from, to, limit));
    }

    private List<PresenceEvent> between(UserKey user, Instant from, Instant to, int limit) {
        return await(store.history().between(user, from, to, limit));
    }

    private Optional<PresenceEvent> asOf(UserKey user, Instant instant) {
        return await(store.history().asOf(user, instant));
    }
}
