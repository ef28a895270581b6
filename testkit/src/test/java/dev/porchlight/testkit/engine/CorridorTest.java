package dev.porchlight.testkit.engine;

import static dev.porchlight.testkit.engine.Fixture.ADA;
import static dev.porchlight.testkit.engine.Fixture.NOON;
import static dev.porchlight.testkit.engine.Fixture.RULES;
import static dev.porchlight.testkit.engine.Fixture.after;
import static dev.porchlight.testkit.engine.Fixture.beat;
import static dev.porchlight.testkit.engine.Fixture.doNotDisturb;
import static dev.porchlight.testkit.engine.Fixture.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.core.rule.Refusal;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.Outcome;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.testkit.contract.Stages;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorridorTest {
    private final Fixture house = new Fixture();

    @Test
    void anAcceptedCommandHoldsAndItsEventIsAnswered() {
        Outcome.Done done = (Outcome.Done) house.submit(ADA, signIn(Duration.ofMinutes(2)));

        assertThat(Stages.await(house.store.ledger().read(ADA))).isEqualTo(done.presence());
        assertThat(house.events(ADA)).containsExactly(done.event());
    }

    @Test
    void aRefusedCommandChangesNothing() {
        assertThat(house.submit(ADA, doNotDisturb(5))).isEqualTo(new Outcome.Refused(new Refusal.NotSignedIn()));
        assertThat(Stages.await(house.store.ledger().read(ADA))).isEqualTo(Presence.none(ADA));
    }

    @Test
    void whatChangesNothingIsDoneWithoutARevision() {
        house.submit(ADA, signIn(Duration.ofMinutes(2)));
        Outcome.Done again = (Outcome.Done) house.submit(ADA, signIn(Duration.ofMinutes(2)));

        assertThat(again.event()).isNull();
        assertThat(again.presence().revision()).isEqualTo(1);
    }

    @Test
    void eachEndThatCameBeforeTheCommandHasItsOwnEvent() {
        house.submit(ADA, signIn(Duration.ofHours(2)));
        house.submit(ADA, doNotDisturb(5));
        house.submit(ADA, new Command.Report("meeting", Status.PRESENTING, after(Duration.ofMinutes(10)), "app:m"));

        house.clock.set(after(Duration.ofMinutes(20)));
        house.submit(ADA, beat("desk", Activity.IDLE, Duration.ofHours(2)));

        assertThat(house.events(ADA))
                .extracting(event -> event.answer().status(), PresenceEvent::at)
                .containsExactly(
                        tuple(Status.AVAILABLE, NOON),
                        tuple(Status.DO_NOT_DISTURB, NOON),
                        tuple(Status.PRESENTING, house.clock.instant()),
                        tuple(Status.AVAILABLE, house.clock.instant()),
                        tuple(Status.AWAY, house.clock.instant()));
    }

    @Test
    void aLostRaceIsRunAgainFromTheStart() {
        Corridor late = over(new Ledgers(house.store.ledger(), accepted -> {
            house.submit(ADA, beat("phone", Activity.ACTIVE, Duration.ofMinutes(2)));
            return house.store.ledger().commit(accepted);
        }));

        Outcome.Done done = (Outcome.Done) Stages.await(late.submit(ADA, signIn(Duration.ofMinutes(2))));

        assertThat(done.presence().sessions()).hasSize(2);
        assertThat(done.presence().revision()).isEqualTo(2);
    }

    @Test
    void whatIsRememberedAndNoLongerSoCostsAnotherTryAndNothingElse() {
        house.submit(ADA, signIn(Duration.ofHours(2)));
        Presence old = Stages.await(house.store.ledger().read(ADA));
        house.submit(ADA, new Command.Report("meeting", Status.PRESENTING, null, "app:m"));
        Remembering ledger = new Remembering(house.store.ledger(), old);

        Outcome.Done done = (Outcome.Done) Stages.await(over(ledger).submit(ADA, doNotDisturb(5)));

        assertThat(done.presence().revision()).isEqualTo(3);
        assertThat(done.presence().claims()).hasSize(1);
        assertThat(ledger.reads).hasValue(1);
    }

    @Test
    void whatIsRememberedAndStillSoIsCommittedOverWithoutARead() {
        house.submit(ADA, signIn(Duration.ofHours(2)));
        Remembering ledger = new Remembering(
                house.store.ledger(), Stages.await(house.store.ledger().read(ADA)));

        assertThat(Stages.await(over(ledger).submit(ADA, doNotDisturb(5)))).isInstanceOf(Outcome.Done.class);
        assertThat(ledger.reads).hasValue(0);
    }

    @Test
    void nobodyIsRefusedBecauseOfWhatIsRemembered() {
        house.submit(ADA, signIn(Duration.ofHours(2)));
        Remembering ledger = new Remembering(house.store.ledger(), Presence.none(ADA));

        assertThat(Stages.await(over(ledger).submit(ADA, doNotDisturb(5)))).isInstanceOf(Outcome.Done.class);
        assertThat(ledger.reads).hasValue(1);
    }

    @Test
    void whoLosesEveryRaceIsTurnedAwayWithoutAnOverflow() {
        AtomicInteger commits = new AtomicInteger();
        Corridor unlucky = over(new Ledgers(house.store.ledger(), accepted -> {
            commits.incrementAndGet();
            return CompletableFuture.completedStage(Ledger.Commit.STALE);
        }));

        assertThat(Stages.await(unlucky.submit(ADA, signIn(Duration.ofMinutes(2)))))
                .isEqualTo(new Outcome.Contended(64));
        assertThat(commits).hasValue(64);
    }

    @Test
    void manyWritersOfOneUserAllGetThrough() {
        var outcomes = IntStream.range(0, 32)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> house.submit(ADA, beat("session-" + i, Activity.ACTIVE, Duration.ofMinutes(2)))))
                .toList();

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(Stages.await(outcome)).isInstanceOf(Outcome.Done.class));
        assertThat(Stages.await(house.store.ledger().read(ADA)).sessions()).hasSize(32);
    }

    @Test
    void whatTheStoreFailsWithComesThroughUnchanged() {
        StoreUnavailableException full = new StoreUnavailableException("the disk is full");
        CompletableFuture<Throwable> seen = new CompletableFuture<>();

        over(new Ledgers(house.store.ledger(), accepted -> CompletableFuture.failedStage(full)))
                .submit(ADA, signIn(Duration.ofMinutes(2)))
                .whenComplete((outcome, failure) -> seen.complete(failure));

        assertThat(seen).isCompletedWithValue(full);
    }

    private Corridor over(Ledger ledger) {
        return new Corridor(ledger, RULES, house.clock);
    }

    /** A ledger whose commits take another way. */
    private record Ledgers(Ledger ledger, Function<Accepted, CompletionStage<Commit>> commits) implements Ledger {
        @Override
        public CompletionStage<Presence> read(UserKey user) {
            return ledger.read(user);
        }

        @Override
        public CompletionStage<Map<UserKey, Presence>> readAll(Collection<UserKey> users) {
            return ledger.readAll(users);
        }

        @Override
        public CompletionStage<Commit> commit(Accepted accepted) {
            return commits.apply(accepted);
        }
    }

    /** A ledger that remembers one presence whatever happens. */
    private static final class Remembering implements Ledger {
        private final Ledger ledger;
        private final Presence presence;
        private final AtomicInteger reads = new AtomicInteger();

        Remembering(Ledger ledger, Presence presence) {
            this.ledger = ledger;
            this.presence = presence;
        }

        @Override
        public Optional<Presence> remembered(UserKey user) {
            return Optional.of(presence);
        }

        @Override
        public CompletionStage<Presence> read(UserKey user) {
            reads.incrementAndGet();
            return ledger.read(user);
        }

        @Override
        public CompletionStage<Map<UserKey, Presence>> readAll(Collection<UserKey> users) {
            return ledger.readAll(users);
        }

        @Override
        public CompletionStage<Commit> commit(Accepted accepted) {
            return ledger.commit(accepted);
        }
    }
}
