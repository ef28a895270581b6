package dev.porchlight.store.valkey.line;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.testkit.valkey.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneServerTest {
    private RedisServer server;
    private Fixture store;

    @BeforeEach
    void start() {
        assumeTrue(RedisServer.isThere());
        server = RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
        store = Fixture.open(server.uri());
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    @Test
    void everyChangeOfManyIsAnswered() {
        List<CompletionStage<Long>> sums = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            sums.add(store.add("a", 1));
        }

        assertThat(sums.stream().map(sum -> await(sum))).doesNotHaveDuplicates().contains(1L, 1_000L);
        assertThat(store.sum("a")).isEqualTo("1000");
    }

    @Test
    void aQuestionMayAskOnWithWhatItWasAnswered() {
        await(store.add("a", 7));

        byte[] echo = await(store.lines()
                .ask(0, wire -> wire.get(Fixture.bytes("t:{a}:sum")).thenCompose(wire::echo)));

        assertThat(echo).asString().isEqualTo("7");
    }

    @Test
    void aServerThatForgotItsScriptsLearnsThemAgain() {
        await(store.add("a", 1));
        server.ask("SCRIPT", "FLUSH");

        assertThat(await(store.add("a", 1))).isEqualTo(2);
    }

    @Test
    void aKilledServerIsWaitedForAndEachChangeIsMadeOnce() {
        await(store.add("a", 1));
        server.kill();
        CompletionStage<Long> sum = store.add("a", 1);
        server.restart();

        assertThat(await(sum)).isEqualTo(2);
        assertThat(await(store.add("a", 1))).isEqualTo(3);
    }

    @Test
    void aPausedServerIsWaitedFor() {
        await(store.add("a", 1));
        server.pause();
        CompletionStage<Long> sum = store.add("a", 1);
        server.resume();

        assertThat(await(sum)).isEqualTo(2);
    }

    @Test
    void patienceEndsInWordsForTheOperator() {
        server.kill();
        try (Fixture hasty = Fixture.open(0, Duration.ofMillis(300), server.uri())) {
            assertThatThrownBy(() -> await(hasty.add("a", 1)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("cannot be reached")
                    .hasMessageContaining("refused");
        }
    }

    @Test
    void whatIsPublishedIsHeardByEveryEarOnce() {
        Heard one = new Heard();
        Heard other = new Heard();
        byte[] channel = Fixture.bytes("t:{a}:c");
        await(store.lines().listen(channel, one));
        await(store.lines().listen(channel, other));
        await(store.lines().listen(channel, other));
        await(store.add("a", 1, "t:{a}:c"));
        other.awaitCount(1);
        store.lines().unlisten(channel, one);
        await(store.add("a", 1, "t:{a}:c"));

        other.awaitCount(2);
        assertThat(other.count()).isEqualTo(2);
        assertThat(one.count()).isEqualTo(1);
        assertThat(one.gaps() + other.gaps()).isZero();
    }

    @Test
    void anEarIsToldOfTheGapOnceItHearsAgain() {
        Heard ear = new Heard();
        await(store.lines().listen(Fixture.bytes("t:{a}:c"), ear));
        server.kill();
        server.restart();
        ear.awaitGap(1);
        await(store.add("a", 1, "t:{a}:c"));

        ear.awaitCount(1);
    }

    @Test
    void whoListensToAServerThatIsAwayIsToldOfAGapLater() {
        server.kill();
        Heard ear = new Heard();
        try (Fixture hasty = Fixture.open(0, Duration.ofMillis(300), server.uri())) {
            assertThatThrownBy(() -> await(hasty.lines().listen(Fixture.bytes("t:{a}:c"), ear)))
                    .isInstanceOf(StoreUnavailableException.class);
            server.restart();
            ear.awaitGap(1);
        }
    }

    @Test
    void aClosedStoreRefuses() {
        store.close();

        assertThatThrownBy(() -> await(store.add("a", 1)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("closed");
    }
}
