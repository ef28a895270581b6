package dev.porchlight.server.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of limits of Zoom's plans, each counted to its end. */
class RatesTest {
    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-27T04:00:00.250Z"));

    @ParameterizedTest
    @CsvSource({
        "FREE, LIGHT, 4, 1, 6000",
        "FREE, MEDIUM, 2, 1, 2000",
        "FREE, HEAVY, 1, 1, 1000",
        "FREE, RESOURCE_INTENSIVE, 10, 60, 30000",
        "PRO, LIGHT, 30, 1, 0",
        "PRO, MEDIUM, 20, 1, 0",
        "PRO, HEAVY, 10, 1, 30000",
        "PRO, RESOURCE_INTENSIVE, 10, 60, 30000",
        "BUSINESS, LIGHT, 80, 1, 0",
        "BUSINESS, MEDIUM, 60, 1, 0",
        "BUSINESS, HEAVY, 40, 1, 60000",
        "BUSINESS, RESOURCE_INTENSIVE, 20, 60, 60000"
    })
    void aPlanAllowsWhatZoomDocuments(Plan plan, Label label, int burst, long seconds, long daily) {
        Rates rates = new Rates(plan, clock);
        for (int i = 1; i <= burst; i++) {
            Standing standing = count(rates, "default", label);
            assertThat(standing.within()).isTrue();
            assertThat(standing.limit()).isEqualTo(daily == 0 ? burst : daily);
            assertThat(standing.remaining()).isEqualTo((daily == 0 ? burst : daily) - i);
        }
        Standing refused = count(rates, "default", label);
        assertThat(refused.within()).isFalse();
        assertThat(refused.period()).isEqualTo(Standing.Period.BURST);
        assertThat(refused.limit()).isEqualTo(burst);
        clock.pass(Duration.between(clock.instant(), refused.resets()).minusMillis(1));
        assertThat(count(rates, "default", label).within()).isFalse();
        clock.pass(Duration.ofMillis(1));
        assertThat(count(rates, "default", label).within()).isTrue();
        assertThat(Duration.between(Instant.parse("2026-03-27T04:00:00Z"), refused.resets()))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void whoPaysHasOneDayForAllThatIsHeavy() {
        Rates rates = new Rates(Plan.PRO, clock);
        count(rates, "default", Label.HEAVY);
        assertThat(count(rates, "default", Label.RESOURCE_INTENSIVE).remaining())
                .isEqualTo(29_998);
    }

    @Test
    void whoDoesNotHasOneForEach() {
        Rates rates = new Rates(Plan.FREE, clock);
        count(rates, "default", Label.HEAVY);
        assertThat(count(rates, "default", Label.RESOURCE_INTENSIVE).remaining())
                .isEqualTo(29_999);
    }

    @Test
    void accountsDoNotShare() {
        Rates rates = new Rates(Plan.FREE, clock);
        count(rates, "default", Label.HEAVY);
        assertThat(count(rates, "default", Label.HEAVY).within()).isFalse();
        assertThat(count(rates, "other", Label.HEAVY).within()).isTrue();
    }

    @Test
    void aClockThatGoesBackLeavesWhatWasCounted() {
        Rates rates = new Rates(Plan.FREE, clock);
        count(rates, "default", Label.HEAVY);
        clock.pass(Duration.ofHours(-1));
        assertThat(count(rates, "default", Label.HEAVY).within()).isFalse();
        rates.forget();
        assertThat(count(rates, "default", Label.HEAVY).within()).isTrue();
    }

    @Test
    void moreAccountsThanFitAreForgottenAndNotKept() {
        Rates rates = new Rates(Plan.FREE, clock, 10);
        for (int i = 0; i < 1_000; i++) {
            count(rates, "account" + i, Label.LIGHT);
        }
        assertThat(rates.accounts()).isLessThanOrEqualTo(10);
    }

    private static Standing count(Rates rates, String account, Label label) {
        return Objects.requireNonNull(rates.count(account, label));
    }
}
