package dev.porchlight.store.valkey.line;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.testkit.valkey.CutLink;
import dev.porchlight.testkit.valkey.RedisServer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link over which nothing comes, though no end of it was closed. */
class CutLinkTest {
    private RedisServer server;
    private CutLink link;

    @BeforeEach
    void start() {
        assumeTrue(RedisServer.isThere());
        server = RedisServer.start();
        link = CutLink.to(server);
    }

    @AfterEach
    void stop() {
        link.close();
        server.close();
    }

    @Test
    void aChangeUnderWayWhileTheLinkIsCutIsMadeOnce() {
        try (Fixture store = Fixture.open(0, Duration.ofSeconds(15), link.uri())) {
            await(store.add("a", 1));
            link.cut();
            CompletionStage<Long> sum = store.add("a", 1);
            link.mend();

            assertThat(await(sum)).isEqualTo(2);
            assertThat(await(store.add("a", 1))).isEqualTo(3);
        }
    }

    @Test
    void patienceEndsThoughNothingIsClosed() {
        try (Fixture store = Fixture.open(0, Duration.ofMillis(1_500), link.uri())) {
            await(store.add("a", 1));
            link.cut();

            assertThatThrownBy(() -> await(store.add("a", 1)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("it has not answered in time");
        }
    }

    @Test
    void anEarBehindACutLinkIsToldOfTheGap() {
        Heard ear = new Heard();
        try (Fixture store = Fixture.open(0, Duration.ofSeconds(15), link.uri())) {
            await(store.lines().listen(Fixture.bytes("t:{a}:c"), ear));
            link.cutForThoseWhoAreThere();

            ear.awaitGap(1);
            await(store.add("a", 1, "t:{a}:c"));
            ear.awaitCount(1);
        }
    }
}
