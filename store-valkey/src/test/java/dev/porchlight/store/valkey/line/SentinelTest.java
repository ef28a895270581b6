package dev.porchlight.store.valkey.line;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.testkit.valkey.RedisServer;
import dev.porchlight.testkit.valkey.Sentinels;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SentinelTest {
    @Test
    void thePrimaryThatSentinelsNameIsFollowed() {
        assumeTrue(RedisServer.isThere());
        try (Sentinels sentinels = Sentinels.start();
                Fixture store = Fixture.open(0, Duration.ofSeconds(15), sentinels.uri())) {
            Heard ear = new Heard();
            await(store.lines().listen(Fixture.bytes("t:{a}:c"), ear));
            await(store.add("a", 1));
            sentinels.primary().pause();

            assertThat(await(store.add("a", 1))).isEqualTo(2);
            assertThat(sentinels.replica().ask("GET", "t:{a}:sum")).isEqualTo("2");
            ear.awaitGap(1);
            await(store.add("a", 1, "t:{a}:c"));
            ear.awaitCount(1);
        }
    }
}
