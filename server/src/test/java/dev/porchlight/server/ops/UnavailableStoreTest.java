package dev.porchlight.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.Settings;
import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that cannot answer is a 503 that says when to come back, and nothing of it stays (zoom-wire: error table). */
class UnavailableStoreTest {
    private static final String SAID =
            "Porchlight cannot answer now: its store does not take requests at the moment. Try again.";

    private final FailingStore store = new FailingStore();

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest(Settings.defaults(), store);

    @BeforeEach
    void adaIsSignedIn() {
        house.addSignedIn("ada");
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "GONE"})
    void anUpdateIsRefusedAndWorksAgainAfterwards(FailingStore.Mood mood) {
        store.mood = mood;
        Answer answer = update("Away");
        answer.refuses(503, 503, SAID).hasHeader("retry-after", "1");
        assertThat(answer.body()).doesNotContain("secret", "Exception");
        store.mood = FailingStore.Mood.WELL;
        assertThat(house.statusOf("ada")).isEqualTo("Available");
        update("Away").hasNoContent();
    }

    @Test
    void aStatusThatCannotBeReadIsRefused() {
        store.mood = FailingStore.Mood.GONE;
        house.get("/v2/users/ada/presence_status")
                .bearer(house.admin())
                .send()
                .refuses(503, 503, SAID)
                .hasHeader("retry-after", "1");
    }

    @Test
    void aFullDiskCanStillBeRead() {
        store.mood = FailingStore.Mood.FULL;
        assertThat(house.statusOf("ada")).isEqualTo("Available");
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "GONE"})
    void theServerIsLiveButNotReady(FailingStore.Mood mood) {
        store.mood = mood;
        house.get("/health/live").send().hasStatus(200);
        house.get("/health/ready").send().refuses(503, 503, SAID).hasHeader("retry-after", "1");
    }

    @Test
    void whoAlwaysComesSecondIsToldSoAfterABoundedNumberOfAttempts() {
        store.mood = FailingStore.Mood.STALE;
        int before = store.commits.get();
        update("Away")
                .refuses(
                        503,
                        503,
                        "Porchlight cannot answer now: others changed this user 64 times meanwhile. Try again.")
                .hasHeader("retry-after", "1");
        assertThat(store.commits.get() - before).isEqualTo(64);
    }

    private Answer update(String status) {
        return house.put("/v2/users/ada/presence_status")
                .bearer(house.admin())
                .form("status", status)
                .send();
    }
}
