package dev.porchlight.testkit.engine;

import static dev.porchlight.testkit.engine.Fixture.ADA;
import static dev.porchlight.testkit.engine.Fixture.after;
import static dev.porchlight.testkit.engine.Fixture.beat;
import static dev.porchlight.testkit.engine.Fixture.doNotDisturb;
import static dev.porchlight.testkit.engine.Fixture.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.Ringer;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.testkit.contract.Stages;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RingerTest {
    private final Fixture house = new Fixture();
    private final Ringer ringer = new Ringer(house.store.alarms(), house.corridor, house.clock);

    @Test
    void nothingIsRungBeforeItsInstant() {
        house.submit(ADA, signIn(Duration.ofMinutes(2)));
        house.clock.set(after(Duration.ofMinutes(2)).minusNanos(1));

        assertThat(Stages.await(ringer.ring())).isZero();
        assertThat(house.events(ADA)).hasSize(1);
    }

    @Test
    void atItsInstantAnEndIsCarriedOutOnce() {
        house.submit(ADA, signIn(Duration.ofMinutes(2)));
        house.clock.set(after(Duration.ofMinutes(2)));

        assertThat(Stages.await(ringer.ring())).isEqualTo(1);
        assertThat(Stages.await(ringer.ring())).isZero();
        assertThat(house.events(ADA))
                .extracting(event -> event.answer().status())
                .containsExactly(Status.AVAILABLE, Status.OFFLINE);
    }

    @Test
    void whatIsDueAfterALongSleepIsRungToTheEnd() {
        house.submit(ADA, beat("desk", Activity.ACTIVE, Duration.ofHours(1)));
        house.submit(ADA, beat("phone", Activity.IDLE, Duration.ofHours(2)));
        house.submit(ADA, doNotDisturb(5));
        house.clock.set(after(Duration.ofHours(9)));

        assertThat(Stages.await(ringer.ring())).isEqualTo(3);
        assertThat(house.events(ADA))
                .extracting(event -> event.answer().status())
                .endsWith(Status.DO_NOT_DISTURB, Status.AVAILABLE, Status.AWAY, Status.OFFLINE);
    }

    @Test
    void moreThanOneBatchIsRung() {
        for (int i = 0; i < 600; i++) {
            house.submit(new UserKey("acme", "user-" + i), signIn(Duration.ofMinutes(2)));
        }
        house.clock.set(after(Duration.ofMinutes(2)));

        assertThat(Stages.await(ringer.ring())).isEqualTo(600);
        assertThat(Stages.await(house.store.alarms().next())).isEmpty();
    }

    @Test
    void twoRingersMakeOneEvent() {
        house.submit(ADA, signIn(Duration.ofMinutes(2)));
        house.clock.set(after(Duration.ofMinutes(2)));
        Ringer other = new Ringer(house.store.alarms(), house.corridor, house.clock);

        assertThat(Stages.await(ringer.ring()) + Stages.await(other.ring())).isEqualTo(1);
        assertThat(house.events(ADA)).hasSize(2);
    }

    @Test
    void whenTheStoreFailsTheRingFailsAndTheAlarmStays() {
        house.submit(ADA, signIn(Duration.ofMinutes(2)));
        house.clock.set(after(Duration.ofMinutes(2)));
        house.store.close();

        assertThatThrownBy(() -> Stages.await(ringer.ring())).isInstanceOf(StoreUnavailableException.class);
        assertThat(Stages.await(house.store.reopen().alarms().due(house.clock.instant(), 10)))
                .containsExactly(ADA);
    }
}
