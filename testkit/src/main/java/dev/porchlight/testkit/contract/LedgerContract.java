package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Ledger.Commit;
import dev.porchlight.engine.port.Outbox.Entry;
import dev.porchlight.engine.port.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link dev.porchlight.engine.port.Ledger} does. */
public abstract class LedgerContract extends PortContract {

    @Test
    void aUserOfWhomNothingIsStoredHasNoPresence() {
        assertThat(await(store.ledger().read(ADA))).isEqualTo(Presence.none(ADA));
    }

    @Test
    void whatWasCommittedIsReadBackExactly() {
        UserKey odd = new UserKey("acme", "ünï/cødé 𝄞:\u0001");
        commit(odd, beat("desk 𝄞", Activity.ACTIVE, Duration.ofNanos(90_000_000_001L)), NOON.plusNanos(1));
        commit(odd, beat("phone", Activity.IDLE, Duration.ofHours(24)), NOON.plusNanos(2));
        commit(odd, new Command.Report("calendar", Status.BUSY, null, "app:c"), NOON.plusNanos(3));
        commit(odd, new Command.Report("meeting", Status.PRESENTING, minutesAfterNoon(30), "app:m"), NOON.plusNanos(4));
        Accepted last = commit(
                odd, new Command.Declare(Status.DO_NOT_DISTURB, 5, Command.Channel.API, "user:ö"), NOON.plusNanos(5));

        assertThat(await(store.ledger().read(odd))).isEqualTo(last.next());
        assertThat(await(store.ledger().read(odd)).revision()).isEqualTo(5);
    }

    @Test
    void aStaleCommitChangesNothing() {
        Accepted late = decide(ADA, beat("late", Activity.IDLE, Duration.ofSeconds(30)), NOON);
        change(ADA, NOON);
        PresenceEvent last = change(ADA, minutesAfterNoon(1));
        Presence before = await(store.ledger().read(ADA));
        Instant alarm = await(store.alarms().next()).orElseThrow();

        assertThat(await(store.ledger().commit(late))).isEqualTo(Commit.STALE);

        assertThat(await(store.ledger().read(ADA))).isEqualTo(before);
        assertThat(await(store.alarms().next())).contains(alarm);
        assertThat(events(ADA)).hasSize(2).last().isEqualTo(last);
        assertThat(drained()).extracting(Entry::event).isEqualTo(events(ADA));
    }

    @Test
    void aCommitThatSkipsARevisionIsStale() {
        Accepted first = decideChange(ADA, NOON);
        Accepted second = new Accepted(first.next().withRevision(2), first.event(), first.alarm());

        assertThat(await(store.ledger().commit(second))).isEqualTo(Commit.STALE);
        assertThat(await(store.ledger().read(ADA))).isEqualTo(Presence.none(ADA));
        assertThat(await(store.alarms().next())).isEmpty();
        assertThat(events(ADA)).isEmpty();
        assertThat(drained()).isEmpty();
    }

    @Test
    void theSameCommitTwiceIsStaleTheSecondTime() {
        Accepted accepted = decideChange(ADA, NOON);

        assertThat(await(store.ledger().commit(accepted))).isEqualTo(Commit.COMMITTED);
        assertThat(await(store.ledger().commit(accepted))).isEqualTo(Commit.STALE);
        assertThat(events(ADA)).hasSize(1);
    }

    @Test
    void ofManyWritersOverOneRevisionOneWins() {
        List<Accepted> rivals = IntStream.range(0, 16)
                .mapToObj(i -> decide(ADA, beat("session-" + i, Activity.ACTIVE, Duration.ofMinutes(2)), NOON))
                .toList();

        List<Commit> answers = Together.run(16, i -> await(store.ledger().commit(rivals.get(i))));

        assertThat(answers).containsOnlyOnce(Commit.COMMITTED);
        Accepted winner = rivals.get(answers.indexOf(Commit.COMMITTED));
        assertThat(await(store.ledger().read(ADA))).isEqualTo(winner.next());
        assertThat(events(ADA)).containsExactly(winner.event());
        assertThat(drained()).extracting(Entry::event).containsExactly(winner.event());
    }

    @Test
    void writersWhoTryAgainLeaveNoHole() {
        Together.run(8, i -> {
            for (int done = 0; done < 10; ) {
                done += await(store.ledger().commit(decideChange(ADA, NOON))) == Commit.COMMITTED ? 1 : 0;
            }
            return i;
        });

        assertThat(await(store.ledger().read(ADA)).revision()).isEqualTo(80);
        assertThat(events(ADA))
                .extracting(PresenceEvent::revision)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
    }

    @Test
    void stateEventAlarmAndOutboxEntryAppearTogether() {
        Accepted accepted = commit(ADA, beat("desk", Activity.ACTIVE, Duration.ofMinutes(2)), NOON);

        assertThat(await(store.ledger().read(ADA))).isEqualTo(accepted.next());
        assertThat(events(ADA)).containsExactly(accepted.event());
        assertThat(await(store.alarms().next())).contains(minutesAfterNoon(2));
        assertThat(drained()).extracting(Entry::event).containsExactly(accepted.event());
    }

    @Test
    void nobodySeesAStateWithoutItsEvent() {
        Together.run(2, i -> i == 0 ? writes(100) : readsUntil(100));

        assertThat(await(store.ledger().read(ADA)).revision()).isEqualTo(100);
    }

    @Test
    void aCommitWithoutAnEventStoresTheStateAndTheAlarmOnly() {
        commit(ADA, beat("desk", Activity.ACTIVE, Duration.ofMinutes(2)), NOON);
        Accepted renewal = commit(ADA, beat("desk", Activity.ACTIVE, Duration.ofMinutes(2)), minutesAfterNoon(1));

        assertThat(renewal.event()).isNull();
        assertThat(await(store.ledger().read(ADA))).isEqualTo(renewal.next());
        assertThat(await(store.alarms().next())).contains(minutesAfterNoon(3));
        assertThat(events(ADA)).hasSize(1);
        assertThat(drained()).hasSize(1);
    }

    @Test
    void theSameIdInTwoAccountsIsTwoUsers() {
        UserKey other = new UserKey("globex", "ada");
        change(ADA, NOON);

        assertThat(await(store.ledger().read(other))).isEqualTo(Presence.none(other));
        assertThat(events(other)).isEmpty();
    }

    @Test
    void namesMadeOfTheSameLettersAreDifferentUsers() {
        List<UserKey> users = List.of(
                new UserKey("a", "bc"),
                new UserKey("ab", "c"),
                new UserKey("a", "b/c"),
                new UserKey("a/b", "c"),
                new UserKey("a", "b:c"),
                new UserKey("a:b", "c"),
                new UserKey("a", "b\u0000c"),
                new UserKey("a\u0000b", "c"),
                new UserKey("A", "BC"));
        for (int i = 0; i < users.size(); i++) {
            commit(users.get(i), beat("of-" + i, Activity.ACTIVE, Duration.ofMinutes(2)), NOON);
        }

        for (int i = 0; i < users.size(); i++) {
            Presence presence = await(store.ledger().read(users.get(i)));
            assertThat(presence.user()).isEqualTo(users.get(i));
            assertThat(presence.session("of-" + i)).isPresent();
            assertThat(events(users.get(i))).hasSize(1);
        }
    }

    @Test
    void manyAreReadAtOnceOneEntryForEach() {
        Accepted ada = commit(ADA, beat("desk", Activity.ACTIVE, Duration.ofMinutes(2)), NOON);

        assertThat(await(store.ledger().readAll(List.of(ADA, BOB, ADA))))
                .hasSize(2)
                .containsEntry(ADA, ada.next())
                .containsEntry(BOB, Presence.none(BOB));
        assertThat(await(store.ledger().readAll(List.of()))).isEmpty();
    }

    @Test
    void whatWasAcknowledgedIsThereAfterReopening() {
        Accepted ada = commit(ADA, beat("desk", Activity.ACTIVE, Duration.ofMinutes(2)), NOON);
        change(BOB, NOON);
        PresenceEvent bob = change(BOB, minutesAfterNoon(1));

        restart();

        assertThat(await(store.ledger().read(ADA))).isEqualTo(ada.next());
        assertThat(await(store.ledger().read(BOB)).revision()).isEqualTo(2);
        assertThat(events(ADA)).containsExactly(ada.event());
        assertThat(events(BOB)).hasSize(2).last().isEqualTo(bob);
        assertThat(await(store.alarms().next())).contains(minutesAfterNoon(2));
        assertThat(drained()).hasSize(3);
        assertThat(change(BOB, minutesAfterNoon(2)).revision()).isEqualTo(3);
    }

    @Test
    void aClosedStoreRefusesEverythingAndKeepsWhatItHas() {
        change(ADA, NOON);
        Accepted next = decideChange(ADA, minutesAfterNoon(1));

        store.close();
        store.close();

        assertThatThrownBy(() -> await(store.ledger().commit(next))).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> await(store.ledger().read(ADA))).isInstanceOf(StoreUnavailableException.class);
        restart();
        assertThat(await(store.ledger().read(ADA)).revision()).isEqualTo(1);
    }

    private int writes(int count) {
        for (int i = 0; i < count; i++) {
            change(ADA, NOON.plusSeconds(i));
        }
        return count;
    }

    private int readsUntil(int revision) {
        long seen = 0;
        while (seen < revision) {
            seen = await(store.ledger().read(ADA)).revision();
            List<PresenceEvent> told = events(ADA);
            assertThat(told.isEmpty() ? 0 : told.getLast().revision()).isGreaterThanOrEqualTo(seen);
        }
        return revision;
    }

    private List<PresenceEvent> events(UserKey user) {
        return await(store.history().between(user, Instant.EPOCH, NOON.plus(Duration.ofDays(1)), 1000));
    }

    /** All that waits in the outbox, in the order of its sequence. */
    private List<Entry> drained() {
        List<Entry> all = new ArrayList<>();
        for (List<Entry> some = taken(); !some.isEmpty(); some = taken()) {
            some.forEach(entry -> await(store.outbox().done(entry)));
            all.addAll(some);
        }
        return all;
    }

    private List<Entry> taken() {
        return await(store.outbox().take(NOON, 100, Duration.ofMinutes(1)));
    }
}
