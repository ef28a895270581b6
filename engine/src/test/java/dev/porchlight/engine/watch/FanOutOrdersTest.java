package dev.porchlight.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever the order of commits, reads, answers and notices: in the end the watcher knows what the ledger holds. */
class FanOutOrdersTest {
    private long orders;

    @Test
    void noChangeIsLostBetweenWatchingAndReading() {
        explore(List.of(Stepped::commit, Stepped::commit, Stepped::commit), false);
        assertThat(orders).isGreaterThan(100);
    }

    @Test
    void aRepeatedNoticeDoesNoHarm() {
        explore(List.of(Stepped::commit, Stepped::commit, new OnNotice(Stepped::repeatNotice)), false);
        assertThat(orders).isGreaterThan(100);
    }

    @Test
    void whatAGapTookIsReadAgain() {
        explore(List.of(Stepped::commit, Stepped::commit, new OnNotice(Stepped::loseNotice)), false);
        assertThat(orders).isGreaterThan(100);
    }

    @Test
    void aUserWhoIsRemovedAndComesAgainStartsOver() {
        explore(List.of(Stepped::commit, Stepped::commit, Stepped::remove, Stepped::commit), true);
        assertThat(orders).isGreaterThan(100);
    }

    private record OnNotice(Consumer<Stepped> action) implements Consumer<Stepped> {
        @Override
        public void accept(Stepped store) {
            if (store.hasNotice()) {
                action.accept(store);
            }
        }
    }

    /** Runs every order of the script's steps, in their order, with everything else that can happen. */
    private void explore(List<Consumer<Stepped>> script, boolean startsOver) {
        explore(script, startsOver, List.of());
    }

    private void explore(List<Consumer<Stepped>> script, boolean startsOver, List<Integer> choices) {
        Run run = new Run(script);
        choices.forEach(choice -> run.steps().get(choice).run());
        int open = run.steps().size();
        if (open == 0) {
            orders++;
            run.check(startsOver, choices);
        }
        for (int next = 0; next < open; next++) {
            List<Integer> longer = new ArrayList<>(choices);
            longer.add(next);
            explore(script, startsOver, longer);
        }
    }

    private static final class Run {
        private final Stepped store = new Stepped();
        private final FanOut fanOut = new FanOut(store, store);
        private final Mailbox mailbox = new Mailbox(1, () -> {});
        private final List<Consumer<Stepped>> script;
        private final List<Shown> told = new ArrayList<>();
        private int done;
        private boolean watching;

        Run(List<Consumer<Stepped>> script) {
            this.script = script;
        }

        List<Runnable> steps() {
            told.addAll(mailbox.drain(10));
            List<Runnable> steps = new ArrayList<>(store.steps());
            if (!watching) {
                steps.add(() -> {
                    watching = true;
                    fanOut.watch(mailbox, Stepped.ADA, FanOut.NOTHING_KNOWN);
                });
            }
            if (done < script.size()) {
                steps.add(() -> script.get(done++).accept(store));
            }
            return steps;
        }

        void check(boolean startsOver, List<Integer> choices) {
            assertThat(told).as("told after %s", choices).isNotEmpty();
            assertThat(told.getLast()).as("told last after %s", choices).isEqualTo(Shown.by(store.current()));
            if (!startsOver) {
                assertThat(told).extracting(Shown::revision).isSorted().doesNotHaveDuplicates();
            }
        }
    }
}
