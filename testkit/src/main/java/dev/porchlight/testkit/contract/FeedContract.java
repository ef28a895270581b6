package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.Ledger.Commit;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Feed} does. That somebody is told nothing is seen by what they are told next: a feed may take its time.
 */
public abstract class FeedContract extends PortContract {
    private final Recorder recorder = new Recorder();

    @Test
    void eachCommittedEventIsToldInOrder() {
        await(store.feed().watch(ADA, recorder));
        List<PresenceEvent> committed = List.of(change(ADA, NOON), change(ADA, NOON), change(ADA, NOON));

        assertThat(List.of(recorder.nextEvent(), recorder.nextEvent(), recorder.nextEvent()))
                .isEqualTo(committed);
    }

    @Test
    void theOrderHoldsWhileManyWriteAtOnce() {
        await(store.feed().watch(ADA, recorder));
        Together.run(4, i -> {
            for (int done = 0; done < 10; ) {
                done += await(store.ledger().commit(decideChange(ADA, NOON))) == Commit.COMMITTED ? 1 : 0;
            }
            return i;
        });

        assertThat(LongStream.range(0, 40).mapToObj(i -> recorder.nextEvent().revision()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void nothingIsToldOfOtherUsers() {
        await(store.feed().watch(ADA, recorder));
        change(BOB, NOON);
        change(new UserKey("globex", "ada"), NOON);
        PresenceEvent ada = change(ADA, NOON);

        assertThat(recorder.nextEvent()).isEqualTo(ada);
    }

    @Test
    void nothingIsToldOfCommitsWithoutAnEventNorOfStaleOnes() {
        commit(ADA, beat("desk", Activity.ACTIVE, Duration.ofHours(24)), NOON);
        await(store.feed().watch(ADA, recorder));
        commit(ADA, beat("desk", Activity.ACTIVE, Duration.ofHours(24)), minutesAfterNoon(1));
        var stale = decideChange(ADA, minutesAfterNoon(2));
        PresenceEvent winner = change(ADA, minutesAfterNoon(3));
        assertThat(await(store.ledger().commit(stale))).isEqualTo(Commit.STALE);
        PresenceEvent next = change(ADA, minutesAfterNoon(4));

        assertThat(recorder.nextEvent()).isEqualTo(winner);
        assertThat(recorder.nextEvent()).isEqualTo(next);
    }

    @Test
    void nothingIsToldBeforeItsCommit() {
        Queue<CompletionStage<Boolean>> seen = new ConcurrentLinkedQueue<>();
        await(store.feed()
                .watch(
                        ADA,
                        new OnChange(event -> seen.add(store.ledger()
                                .read(ADA)
                                .thenApply(presence -> presence.revision() >= event.revision())))));
        await(store.feed().watch(ADA, recorder));
        for (int i = 0; i < 20; i++) {
            change(ADA, NOON);
        }
        for (int i = 0; i < 20; i++) {
            recorder.nextEvent();
        }

        // Each listener is told of the last event; it takes one more to know that both were told of the twentieth.
        change(ADA, NOON);
        recorder.nextEvent();
        assertThat(seen)
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(stage -> assertThat(await(stage)).isTrue());
    }

    @Test
    void whoWatchesBeforeReadingMissesNothing() {
        Together.run(2, i -> {
            if (i == 0) {
                for (int n = 0; n < 50; n++) {
                    change(ADA, NOON);
                }
                return 0L;
            }
            await(store.feed().watch(ADA, recorder));
            long read = await(store.ledger().read(ADA)).revision();
            for (long known = read; known < 50; ) {
                long told = recorder.nextEvent().revision();
                assertThat(told).isLessThanOrEqualTo(known + 1);
                known = Math.max(known, told);
            }
            return 50L;
        });
    }

    @Test
    void allWhoWatchAreTold() {
        Recorder other = new Recorder();
        await(store.feed().watch(ADA, recorder));
        await(store.feed().watch(ADA, other));
        PresenceEvent ada = change(ADA, NOON);

        assertThat(recorder.nextEvent()).isEqualTo(ada);
        assertThat(other.nextEvent()).isEqualTo(ada);
    }

    @Test
    void oneListenerCanWatchMany() {
        await(store.feed().watch(ADA, recorder));
        await(store.feed().watch(BOB, recorder));

        assertThat(List.of(change(ADA, NOON), change(BOB, NOON)))
                .containsExactlyInAnyOrder(recorder.nextEvent(), recorder.nextEvent());
    }

    @Test
    void whoUnwatchesIsToldNoMoreAndTheOthersAre() {
        Recorder other = new Recorder();
        await(store.feed().watch(ADA, recorder));
        await(store.feed().watch(ADA, recorder));
        await(store.feed().watch(ADA, other));
        await(store.feed().watch(BOB, recorder));
        store.feed().unwatch(ADA, recorder);
        PresenceEvent ada = change(ADA, NOON);
        assertThat(other.nextEvent()).isEqualTo(ada);
        PresenceEvent bob = change(BOB, NOON);

        assertThat(recorder.nextEvent()).isEqualTo(bob);
    }

    @Test
    void unwatchingWhatIsNotWatchedDoesNothing() {
        store.feed().unwatch(ADA, recorder);
        await(store.feed().watch(ADA, recorder));
        store.feed().unwatch(ADA, new Recorder());
        PresenceEvent ada = change(ADA, NOON);

        assertThat(recorder.nextEvent()).isEqualTo(ada);
    }

    @Test
    void aListenerThatThrowsHarmsNobody() {
        await(store.feed().watch(ADA, new OnChange(event -> {
            throw new OnPurpose();
        })));
        await(store.feed().watch(ADA, recorder));
        PresenceEvent first = change(ADA, NOON);
        PresenceEvent second = change(ADA, NOON);

        assertThat(List.of(recorder.nextEvent(), recorder.nextEvent())).containsExactly(first, second);
    }

    @Test
    void watchersOfARemovedUserAreToldToReadAgain() {
        User user =
                new User(ADA.account(), ADA.user(), "ada@example.com", "Ada", "L", "Ada L", 1, User.State.ACTIVE, NOON);
        await(store.directory().users().add(List.of(user)));
        change(ADA, NOON);
        await(store.feed().watch(ADA, recorder));
        await(store.directory().users().remove(ADA));

        assertThat(recorder.nextGap()).isEqualTo(ADA);
        assertThat(await(store.ledger().read(ADA)).revision()).isEqualTo(2);
    }

    private record OnChange(Consumer<PresenceEvent> action) implements Feed.Listener {
        @Override
        public void changed(PresenceEvent event) {
            action.accept(event);
        }

        @Override
        public void gap(UserKey user) {
            throw new AssertionError("a gap nobody made: " + user);
        }
    }

    /** Without a stack trace, so that a store's log stays short. */
    private static final class OnPurpose extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OnPurpose() {
            super("thrown on purpose by a contract test", null, false, false);
        }
    }
}
