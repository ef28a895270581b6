package dev.porchlight.testkit.engine;

import static dev.porchlight.testkit.engine.Fixture.ADA;
import static dev.porchlight.testkit.engine.Fixture.NOON;
import static dev.porchlight.testkit.engine.Fixture.after;
import static dev.porchlight.testkit.engine.Fixture.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.engine.Housekeeping;
import dev.porchlight.engine.Housekeeping.Keep;
import dev.porchlight.engine.Housekeeping.Swept;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.testkit.contract.Stages;
import java.time.Duration;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private final Fixture house = new Fixture();
    private final Housekeeping housekeeping = new Housekeeping(
            house.store, new Keep(Duration.ofDays(30), Duration.ofDays(3), Duration.ofDays(7)), house.clock);

    @Test
    void eachKindGoesWhenItHasBeenKeptLongEnough() {
        house.submit(ADA, signIn(Duration.ofHours(1)));
        Stages.await(house.store
                .directory()
                .tokens()
                .add(new Token("h", "acme", null, null, "test", new TreeSet<>(), NOON, NOON)));

        assertSweptAfterDays(3, new Swept(0, 0, 0, 0));
        assertSweptAfterDays(7, new Swept(0, 1, 0, 0));
        assertSweptAfterDays(30, new Swept(0, 0, 1, 0));
        assertSweptAfterDays(31, new Swept(1, 0, 0, 0));
        assertThat(house.events(ADA)).isEmpty();
    }

    @Test
    void aStoreThatFailsFailsTheSweep() {
        house.store.close();

        assertThatThrownBy(() -> Stages.await(housekeeping.sweep())).isInstanceOf(StoreUnavailableException.class);
    }

    private void assertSweptAfterDays(int days, Swept swept) {
        house.clock.set(after(Duration.ofDays(days)));
        assertThat(Stages.await(housekeeping.sweep())).as("after %d days", days).isEqualTo(swept);
    }
}
