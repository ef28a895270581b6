package dev.porchlight.server.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.RateSettings;
import dev.porchlight.server.Settings;
import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.rate.Plan;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An account has so many requests a second and a day (zoom-wire: Rate limits of an account). */
class RateLimitsTest {
    private static final String ADA = "/v2/users/ada/presence_status";
    private static final String TOO_FAST =
            "You have reached the maximum per-second rate limit for this API. Try again later.";
    private static final String TOO_MANY_TODAY =
            "You have reached the maximum daily rate limit for this API. Refer to the response header for details on"
                    + " when you can make another request.";

    @AutoClose
    private final HouseUnderTest free = house(Plan.FREE);

    private static HouseUnderTest house(Plan plan) {
        HouseUnderTest house = new HouseUnderTest(Settings.defaults().withRates(new RateSettings(plan)));
        house.addSignedIn("ada");
        return house;
    }

    @Test
    void aReplySaysWhereTheAccountStands() {
        hasStanding(read(free).hasStatus(200), "Daily-limit", 2_000, 1_999);
        hasStanding(read(free).hasStatus(200), "Daily-limit", 2_000, 1_998);
    }

    @Test
    void whereADayHasNoLimitTheSecondIsToldOf() {
        try (HouseUnderTest pro = house(Plan.PRO)) {
            hasStanding(read(pro).hasStatus(200), "QPS", 20, 19);
        }
    }

    @Test
    void oneMoreThanASecondAllowsIsRefusedUntilTheNextOne() {
        read(free);
        read(free);
        Answer refused = read(free).refuses(429, 429, TOO_FAST).lacksHeader("retry-after");
        hasStanding(refused, "QPS", 2, 0);
        free.pass(Duration.ofMillis(999));
        read(free).hasStatus(429);
        free.pass(Duration.ofMillis(1));
        read(free).hasStatus(200);
    }

    @Test
    void whatWasRefusedUsesNothingOfTheDayUp() {
        read(free);
        read(free);
        read(free).hasStatus(429);
        free.pass(Duration.ofSeconds(1));
        hasStanding(read(free).hasStatus(200), "Daily-limit", 2_000, 1_997);
    }

    @Test
    void oneMoreThanADayAllowsIsRefusedUntilMidnightInGreenwich() {
        useTheDayUp();
        Answer refused = read(free).refuses(429, 429, TOO_MANY_TODAY).hasHeader("retry-after", "2026-03-28T00:00:00Z");
        hasStanding(refused, "Daily-limit", 2_000, 0);
        free.pass(Duration.between(free.now(), java.time.Instant.parse("2026-03-27T23:59:59Z")));
        read(free).hasStatus(429);
        free.pass(Duration.ofSeconds(1));
        hasStanding(read(free).hasStatus(200), "Daily-limit", 2_000, 1_999);
    }

    @Test
    void allTokensOfAnAccountShareItsLimits() {
        String reader = free.serverToken("user:read:admin");
        read(free);
        read(free);
        free.get(ADA).bearer(reader).send().hasStatus(429);
    }

    @Test
    void eachLabelHasALimitOfItsOwn() {
        read(free);
        read(free);
        Answer light = free.get("/v2/users/ada").bearer(free.admin()).send().hasStatus(200);
        light.hasHeader("x-ratelimit-category", "Light").hasHeader("x-ratelimit-limit", "6000");
    }

    @Test
    void whatZoomDoesNotHaveIsNotCounted() {
        for (int i = 0; i < 10; i++) {
            free.get("/v1/users/ada/presence")
                    .bearer(free.admin())
                    .send()
                    .hasStatus(200)
                    .lacksHeader("x-ratelimit-limit");
        }
    }

    @Test
    void theTokenComesBeforeTheLimitAndTheLimitBeforeTheScope() {
        String other = free.serverToken("user:read:list_users:admin");
        hasStanding(free.get(ADA).bearer(other).send().hasStatus(400), "Daily-limit", 2_000, 1_999);
        read(free);
        free.get(ADA).bearer(other).send().refuses(429, 429, TOO_FAST);
        free.get(ADA).bearer("unknown").send().hasStatus(401).lacksHeader("x-ratelimit-limit");
    }

    @Test
    void theMinutesRefusalNamesAnInstantToo() {
        free.put(ADA).bearer(free.admin()).form("status", "Away").send().hasNoContent();
        free.pass(Duration.ofMillis(1_500));
        free.put(ADA)
                .bearer(free.admin())
                .form("status", "Busy")
                .send()
                .hasStatus(429)
                .hasHeader("retry-after", "2026-03-27T04:01:01Z")
                .hasHeader("x-ratelimit-remaining", "1998");
    }

    @Test
    void withoutAPlanNothingIsCounted() {
        try (HouseUnderTest house = house(Plan.NONE)) {
            for (int i = 0; i < 100; i++) {
                read(house).hasStatus(200).lacksHeader("x-ratelimit-limit").lacksHeader("x-ratelimit-category");
            }
        }
    }

    private void useTheDayUp() {
        for (int i = 0; i < 1_000; i++) {
            read(free).hasStatus(200);
            read(free).hasStatus(200);
            free.pass(Duration.ofSeconds(1));
        }
    }

    private static Answer read(HouseUnderTest house) {
        return house.get(ADA).bearer(house.admin()).send();
    }

    private static void hasStanding(Answer answer, String type, long limit, long remaining) {
        answer.hasHeader("x-ratelimit-category", "Medium")
                .hasHeader("x-ratelimit-type", type)
                .hasHeader("x-ratelimit-limit", Long.toString(limit))
                .hasHeader("x-ratelimit-remaining", Long.toString(remaining));
        assertThat(remaining).isBetween(0L, limit);
    }
}
