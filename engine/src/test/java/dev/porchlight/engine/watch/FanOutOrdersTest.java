package dev.porchlight.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the order of commits, reads, answers and notices: in the end the watcher knows what the ledger holds. */
class FanOutOrdersTest {
    private long orders;

    private enum Step {
        COMMIT,
        /** A commit that nobody is told of. */
        RENEW,
        REMOVE,
        REPEAT_NOTICE,
        LOSE_NOTICE,
        /** Another comes who knows all that was committed, from another node. */
        KNOWING_WATCHER
    }

    @Test
    void noChangeIsLostBetweenWatchingAndReading() {
        explore(Step.COMMIT, Step.RENEW, Step.COMMIT);
    }

    @Test
    void aRepeatedNoticeDoesNoHarm() {
        explore(Step.COMMIT, Step.COMMIT, Step.REPEAT_NOTICE);
    }

    @Test
    void whatAGapTookIsReadAgain() {
        explore(Step.COMMIT, Step.COMMIT, Step.LOSE_NOTICE);
    }

    @Test
    void aUserWhoIsRemovedAndComesAgainStartsOver() {
        explore(Step.COMMIT, Step.COMMIT, Step.REMOVE, Step.COMMIT);
    }

    @Test
    void whoKnowsMoreThanTheNodeIsNotToldLess() {
        explore(Step.COMMIT, Step.RENEW, Step.KNOWING_WATCHER);
        explore(Step.COMMIT, Step.COMMIT, Step.KNOWING_WATCHER);
    }

    @Test
    void whoKnowsSomebodySinceRemovedStartsOver() {
        explore(Step.COMMIT, Step.COMMIT, Step.KNOWING_WATCHER, Step.REMOVE);
    }

    /** Runs every order of the steps, in their order, with everything else that can happen. */
    private void explore(Step... script) {
        explore(List.of(script), List.of());
        assertThat(orders).isGreaterThan(50);
    }

    private void explore(List<Step> script, List<Integer> choices) {
        Run run = new Run(script);
        choices.forEach(choice -> run.steps().get(choice).run());
        int open = run.steps().size();
        if (open == 0) {
            orders++;
            run.check(choices);
        }
        for (int next = 0; next < open; next++) {
            List<Integer> longer = new ArrayList<>(choices);
            longer.add(next);
            explore(script, longer);
        }
    }

    private static final class Run {
        private final Stepped store = new Stepped();
        private final FanOut fanOut = new FanOut(store, store);
        private final Mailbox first = new Mailbox(1, () -> {});
        private final Mailbox second = new Mailbox(1, () -> {});
        private final List<Step> script;
        private final List<Shown> toldFirst = new ArrayList<>();
        private final List<Shown> toldSecond = new ArrayList<>();
        private int done;
        private boolean watching;

        Run(List<Step> script) {
            this.script = script;
        }

        List<Runnable> steps() {
            toldFirst.addAll(first.drain(10));
            toldSecond.addAll(second.drain(10));
            List<Runnable> steps = new ArrayList<>(store.steps());
            if (!watching) {
                steps.add(() -> {
                    watching = true;
                    fanOut.watch(first, Stepped.ADA, FanOut.NOTHING_KNOWN);
                });
            }
            if (done < script.size()) {
                steps.add(() -> take(script.get(done++)));
            }
            return steps;
        }

        private void take(Step step) {
            switch (step) {
                case COMMIT -> store.commit();
                case RENEW -> store.renew();
                case REMOVE -> store.remove();
                case REPEAT_NOTICE -> store.repeatNotice();
                case LOSE_NOTICE -> store.loseNotice();
                case KNOWING_WATCHER -> {
                    toldSecond.add(Shown.by(store.current()));
                    fanOut.watch(second, Stepped.ADA, store.current().revision());
                }
            }
        }

        void check(List<Integer> choices) {
            check(toldFirst, choices);
            if (script.contains(Step.KNOWING_WATCHER)) {
                check(toldSecond, choices);
            }
        }

        private void check(List<Shown> told, List<Integer> choices) {
            assertThat(told).as("told after %s", choices).isNotEmpty();
            assertThat(told.getLast().answer())
                    .as("told last after %s", choices)
                    .isEqualTo(store.current().shown());
            if (!script.contains(Step.REMOVE)) {
                assertThat(told)
                        .as("told after %s", choices)
                        .extracting(Shown::revision)
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
        }
    }
}
