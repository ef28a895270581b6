package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Outbox.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link dev.porchlight.engine.port.Outbox} does. */
public abstract class OutboxContract extends PortContract {
    private static final Duration HOLD = Duration.ofMinutes(1);

    @Test
    void whereNothingWasCommittedNothingIsTaken() {
        assertThat(take(NOON, 10)).isEmpty();
    }

    @Test
    void entriesComeInTheOrderOfTheirCommits() {
        List<PresenceEvent> committed = List.of(change(BOB, NOON), change(ADA, NOON), change(CYD, NOON));

        List<Entry> taken = take(NOON, 10);

        assertThat(taken).extracting(Entry::event).isEqualTo(committed);
        assertThat(taken).extracting(Entry::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(taken).extracting(Entry::attempts).containsOnly(0);
    }

    @Test
    void ofEachUserOneIsTakenAtATime() {
        PresenceEvent first = change(ADA, NOON);
        PresenceEvent second = change(ADA, NOON);
        PresenceEvent bob = change(BOB, NOON);

        List<Entry> taken = take(NOON, 10);

        assertThat(taken).extracting(Entry::event).containsExactly(first, bob);
        assertThat(take(NOON, 10)).isEmpty();
        await(store.outbox().done(taken.getFirst()));
        assertThat(take(NOON, 10)).extracting(Entry::event).containsExactly(second);
    }

    @Test
    void noMoreAreTakenThanAskedFor() {
        PresenceEvent ada = change(ADA, NOON);
        PresenceEvent bob = change(BOB, NOON);
        PresenceEvent cyd = change(CYD, NOON);

        assertThat(take(NOON, 2)).extracting(Entry::event).containsExactly(ada, bob);
        assertThat(take(NOON, 2)).extracting(Entry::event).containsExactly(cyd);
    }

    @Test
    void whatIsHeldIsTakenAgainWhenTheHoldIsOverAndNotBefore() {
        PresenceEvent ada = change(ADA, NOON);
        change(ADA, NOON);
        take(NOON, 10);

        assertThat(take(NOON.plus(HOLD).minusNanos(1), 10)).isEmpty();
        List<Entry> again = take(NOON.plus(HOLD), 10);
        assertThat(again).extracting(Entry::event).containsExactly(ada);
        assertThat(again).extracting(Entry::attempts).containsExactly(0);
        assertThat(take(NOON.plus(HOLD), 10)).isEmpty();
    }

    @Test
    void whatIsPutBackComesOneAttemptOlderAndBeforeAnyLaterOneOfTheUser() {
        PresenceEvent first = change(ADA, NOON);
        change(ADA, NOON);
        await(store.outbox().again(take(NOON, 10).getFirst(), minutesAfterNoon(5)));

        assertThat(take(minutesAfterNoon(5).minusNanos(1), 10)).isEmpty();
        Entry second = take(minutesAfterNoon(5), 10).getFirst();
        assertThat(second.event()).isEqualTo(first);
        assertThat(second.attempts()).isEqualTo(1);
        await(store.outbox().again(second, minutesAfterNoon(5)));
        assertThat(take(minutesAfterNoon(5), 10)).extracting(Entry::attempts).containsExactly(2);
    }

    @Test
    void aUserWhoWaitsHoldsUpNobodyElse() {
        change(ADA, NOON);
        await(store.outbox().again(take(NOON, 1).getFirst(), minutesAfterNoon(60)));
        change(ADA, NOON);
        PresenceEvent bob = change(BOB, NOON);

        assertThat(take(minutesAfterNoon(1), 1)).extracting(Entry::event).containsExactly(bob);
    }

    @Test
    void whatIsDoneNeverComesBack() {
        change(ADA, NOON);
        Entry entry = take(NOON, 1).getFirst();

        await(store.outbox().done(entry));
        await(store.outbox().done(entry));
        await(store.outbox().again(entry, NOON));

        assertThat(take(minutesAfterNoon(60), 10)).isEmpty();
    }

    @Test
    void trimDropsTheOldHoweverTheyWait() {
        change(ADA, NOON);
        await(store.outbox().again(take(NOON, 1).getFirst(), minutesAfterNoon(60)));
        change(BOB, NOON);
        take(NOON, 10);
        PresenceEvent kept = change(ADA, minutesAfterNoon(1));

        assertThat(await(store.outbox().trim(minutesAfterNoon(1)))).isEqualTo(2);
        assertThat(await(store.outbox().trim(minutesAfterNoon(1)))).isZero();
        assertThat(take(minutesAfterNoon(1), 10)).extracting(Entry::event).containsExactly(kept);
        assertThat(take(minutesAfterNoon(120), 10)).extracting(Entry::event).containsExactly(kept);
    }

    @Test
    void twoTakersNeverHoldTheSame() {
        for (int i = 0; i < 40; i++) {
            change(new UserKey("acme", "user-" + i), NOON);
        }

        List<List<Entry>> shares = Together.run(4, i -> take(NOON, 10));

        assertThat(shares.stream().flatMap(Collection::stream).map(Entry::sequence))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void theOutboxSurvivesReopening() {
        change(ADA, NOON);
        change(BOB, NOON);
        List<Entry> taken = take(NOON, 10);
        await(store.outbox().again(taken.getLast(), minutesAfterNoon(2)));

        restart();

        // What was held comes again when its hold is over, at the latest.
        assertThat(take(NOON.plus(HOLD), 10)).containsExactly(taken.getFirst());
        Entry bob = take(minutesAfterNoon(2), 10).getLast();
        assertThat(bob.event()).isEqualTo(taken.getLast().event());
        assertThat(bob.attempts()).isEqualTo(1);
    }

    @Test
    void theSequenceGoesOnRisingAfterReopening() {
        change(ADA, NOON);
        Entry before = take(NOON, 1).getFirst();
        await(store.outbox().done(before));

        restart();
        change(ADA, NOON);

        assertThat(take(NOON, 1).getFirst().sequence()).isGreaterThan(before.sequence());
    }

    private List<Entry> take(Instant now, int limit) {
        return await(store.outbox().take(now, limit, HOLD));
    }
}
