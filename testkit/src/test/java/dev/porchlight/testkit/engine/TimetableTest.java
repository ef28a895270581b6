package dev.porchlight.testkit.engine;

import static dev.porchlight.testkit.engine.Fixture.ADA;
import static dev.porchlight.testkit.engine.Fixture.BOB;
import static dev.porchlight.testkit.engine.Fixture.NOON;
import static dev.porchlight.testkit.engine.Fixture.after;
import static dev.porchlight.testkit.engine.Fixture.doNotDisturb;
import static dev.porchlight.testkit.engine.Fixture.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Status;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.Due;
import dev.porchlight.engine.Ringer;
import dev.porchlight.engine.Timetable;
import dev.porchlight.testkit.MovedClock;
import dev.porchlight.testkit.contract.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private final Fixture house = new Fixture();
    private final Timetable timetable = of(new Ringer(house.store.alarms(), house.corridor, house.clock));

    @Test
    void aMovedClockRingsEachAlarmAtItsOwnInstantInOrder() {
        house.submit(ADA, signIn(Duration.ofMinutes(7)));
        house.submit(BOB, signIn(Duration.ofMinutes(3)));
        house.submit(ADA, doNotDisturb(5));

        Stages.await(timetable.advance(after(Duration.ofHours(1))));

        assertThat(house.clock.instant()).isEqualTo(after(Duration.ofHours(1)));
        assertThat(house.events(BOB)).last().extracting(PresenceEvent::at).isEqualTo(after(Duration.ofMinutes(3)));
        assertThat(house.events(ADA))
                .extracting(event -> event.answer().status(), PresenceEvent::at)
                .containsExactly(
                        tuple(Status.AVAILABLE, NOON),
                        tuple(Status.DO_NOT_DISTURB, NOON),
                        tuple(Status.AVAILABLE, after(Duration.ofMinutes(5))),
                        tuple(Status.OFFLINE, after(Duration.ofMinutes(7))));
    }

    @Test
    void aMovedClockStopsWhereItWasSentAndNeverGoesBack() {
        house.submit(ADA, signIn(Duration.ofMinutes(2)));
        Instant late = after(Duration.ofMinutes(1));

        Stages.await(timetable.advance(late));
        assertThat(house.clock.instant()).isEqualTo(late);
        assertThat(house.events(ADA)).hasSize(1);
        house.clock.set(after(Duration.ofMinutes(9)));
        Stages.await(timetable.advance(after(Duration.ofMinutes(10))));
        assertThat(house.events(ADA)).last().extracting(PresenceEvent::at).isEqualTo(after(Duration.ofMinutes(9)));
    }

    @Test
    void anAlarmThatChangesNothingIsNotRungForEver() {
        house.submit(ADA, signIn(Duration.ofMinutes(2)));
        Corridor behind = new Corridor(house.store.ledger(), Fixture.RULES, new MovedClock(NOON));
        Ringer vain = new Ringer(house.store.alarms(), behind, house.clock);
        house.clock.set(after(Duration.ofMinutes(2)));

        assertThat(Stages.await(vain.ring())).isZero();
        assertThatThrownBy(() -> Stages.await(of(vain).advance(after(Duration.ofHours(1)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("still due");
    }

    @Test
    void worksOfSeveralKindsAreDoneInTheOrderOfTheirInstants() {
        List<String> done = new ArrayList<>();
        Once late = new Once("late", after(Duration.ofMinutes(2)), done);
        Once early = new Once("early", after(Duration.ofMinutes(1)), done);

        Stages.await(of(late, early).advance(after(Duration.ofMinutes(3))));

        assertThat(done).containsExactly("early at 12:01", "late at 12:02");
    }

    private Timetable of(Due... works) {
        return new Timetable(List.of(works), house.clock, this::move);
    }

    private void move(Instant to) {
        assertThat(to).isAfterOrEqualTo(house.clock.instant());
        house.clock.set(to);
    }

    /** Work that is done once. */
    private final class Once implements Due {
        private final String name;
        private final Instant at;
        private final List<String> done;
        private boolean over;

        Once(String name, Instant at, List<String> done) {
            this.name = name;
            this.at = at;
            this.done = done;
        }

        @Override
        public CompletionStage<Optional<Instant>> next() {
            return CompletableFuture.completedStage(over ? Optional.empty() : Optional.of(at));
        }

        @Override
        public CompletionStage<Integer> run() {
            over = true;
            done.add(name + " at " + house.clock.instant().toString().substring(11, 16));
            return CompletableFuture.completedStage(1);
        }
    }
}
