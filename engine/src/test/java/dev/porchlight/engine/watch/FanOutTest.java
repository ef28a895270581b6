package dev.porchlight.engine.watch;

import static dev.porchlight.engine.watch.Stepped.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FanOutTest {
    private final Stepped store = new Stepped();
    private final FanOut fanOut = new FanOut(store, store);
    private final Mailbox one = new Mailbox(10, () -> {});
    private final Mailbox two = new Mailbox(10, () -> {});

    @Test
    void manyWhoWatchOneUserCostOneWatch() {
        store.commit();
        fanOut.watch(one, ADA, FanOut.NOTHING_KNOWN);
        settle();
        fanOut.watch(two, ADA, FanOut.NOTHING_KNOWN);
        fanOut.watch(two, ADA, FanOut.NOTHING_KNOWN);

        assertThat(store.watches).isEqualTo(1);
        assertThat(store.hasRead()).isFalse();
        assertThat(one.drain(10))
                .isEqualTo(two.drain(10))
                .extracting(Shown::revision)
                .containsExactly(1L);

        store.commit();
        settle();
        assertThat(one.drain(10))
                .isEqualTo(two.drain(10))
                .extracting(Shown::revision)
                .containsExactly(2L);
    }

    @Test
    void aSecondWhoComesBeforeTheAnswerGetsItToo() {
        fanOut.watch(one, ADA, FanOut.NOTHING_KNOWN);
        fanOut.watch(two, ADA, FanOut.NOTHING_KNOWN);
        settle();

        assertThat(one.drain(10)).hasSize(1).isEqualTo(two.drain(10));
    }

    @Test
    void whoKnowsTheAnswerIsToldOnlyOfNewerOnes() {
        store.commit();
        fanOut.watch(one, ADA, 1);
        settle();
        fanOut.watch(two, ADA, 1);

        assertThat(one.drain(10)).isEmpty();
        assertThat(two.drain(10)).isEmpty();
        store.commit();
        settle();
        assertThat(one.drain(10))
                .isEqualTo(two.drain(10))
                .extracting(Shown::revision)
                .containsExactly(2L);
    }

    @Test
    void theFeedIsLeftWithTheLastWhoWatches() {
        fanOut.watch(one, ADA, FanOut.NOTHING_KNOWN);
        fanOut.watch(two, ADA, FanOut.NOTHING_KNOWN);
        settle();

        fanOut.unwatch(one, ADA);
        fanOut.unwatch(one, ADA);
        assertThat(store.isWatched()).isTrue();
        fanOut.close(two);
        assertThat(store.isWatched()).isFalse();
        assertThat(fanOut.size()).isZero();
        assertThat(one.drain(10)).isEmpty();
    }

    @Test
    void whoWatchesAgainIsToldAgain() {
        store.commit();
        fanOut.watch(one, ADA, FanOut.NOTHING_KNOWN);
        settle();
        one.drain(10);
        fanOut.unwatch(one, ADA);
        fanOut.watch(one, ADA, FanOut.NOTHING_KNOWN);
        settle();

        assertThat(one.drain(10)).extracting(Shown::revision).containsExactly(1L);
    }

    @Test
    void aMailboxAtItsLimitWatchesNobodyMore() {
        Mailbox none = new Mailbox(0, () -> {});

        assertThat(fanOut.watch(none, ADA, FanOut.NOTHING_KNOWN)).isFalse();
        assertThat(store.isWatched()).isFalse();
    }

    @Test
    void aReadThatFailedIsMadeUpFor() {
        store.commit();
        fanOut.watch(one, ADA, FanOut.NOTHING_KNOWN);
        store.failRead();
        settle();
        assertThat(one.drain(10)).isEmpty();

        var stillFailing = fanOut.heal();
        store.failRead();
        assertThat(stillFailing.toCompletableFuture()).isCompletedExceptionally();
        assertThat(one.drain(10)).isEmpty();

        var healed = fanOut.heal();
        settle();
        assertThat(healed.toCompletableFuture()).isCompleted();
        assertThat(one.drain(10)).extracting(Shown::revision).containsExactly(1L);
        assertThat(fanOut.heal().toCompletableFuture()).isCompleted();
        assertThat(store.hasRead()).isFalse();
    }

    @Test
    void anotherAnswerUnderARevisionThatWasToldIsACorrectionToldOnce() {
        fanOut.watch(one, ADA, FanOut.NOTHING_KNOWN);
        settle();
        store.commit();
        settle();
        one.drain(10);

        store.rewrite();
        settle();

        assertThat(one.drain(10)).containsExactly(Shown.by(store.current()).asCorrected());
        store.repeatGap();
        settle();
        assertThat(one.drain(10)).isEmpty();
    }

    @Test
    void aMessageThatNobodyMissedIsMadeUpForByARefresh() {
        fanOut.refresh(3);
        fanOut.watch(one, ADA, FanOut.NOTHING_KNOWN);
        settle();
        store.commit();
        store.loseNoticeUnnoticed();
        settle();
        assertThat(one.drain(10)).extracting(Shown::revision).containsExactly(0L);

        fanOut.refresh(3);
        settle();

        assertThat(one.drain(10)).extracting(Shown::revision).containsExactly(1L);
    }

    @Test
    void aChangeBetweenTheCallsOfWatchingIsNotLost() {
        store.beforeEachCall = () -> {
            settle();
            store.commit();
        };
        fanOut.watch(one, ADA, FanOut.NOTHING_KNOWN);
        settle();

        assertThat(one.drain(10)).last().isEqualTo(Shown.by(store.current()));
    }

    @Test
    void aDoorThatFailsHoldsUpNobodyElse() {
        Mailbox broken = new Mailbox(1, () -> {
            throw new IllegalStateException("on purpose");
        });
        fanOut.watch(broken, ADA, FanOut.NOTHING_KNOWN);
        fanOut.watch(one, ADA, FanOut.NOTHING_KNOWN);
        settle();

        assertThat(one.drain(10)).hasSize(1);
    }

    private void settle() {
        for (List<Runnable> steps = store.steps(); !steps.isEmpty(); steps = store.steps()) {
            steps.getFirst().run();
        }
    }
}
