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

class ReplicasTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private RedisServer first;
    private RedisServer second;

    @BeforeEach
    void start() {
        assumeTrue(RedisServer.isThere());
        first = RedisServer.start();
        second = RedisServer.start();
        second.follow(first);
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void aChangeIsAnsweredOnceTheReplicaHasIt() {
        try (Fixture store = Fixture.open(1, PATIENCE, second.uri(), first.uri())) {
            List<CompletionStage<Long>> sums = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                sums.add(store.add("a", 1));
            }
            sums.forEach(sum -> await(sum));

            assertThat(second.ask("GET", "t:{a}:sum")).isEqualTo("500");
        }
    }

    @Test
    void aChangeThatNoReplicaConfirmsIsNotAcknowledged() {
        try (Fixture store = Fixture.open(1, Duration.ofSeconds(3), first.uri())) {
            await(store.add("a", 1));
            second.pause();

            assertThatThrownBy(() -> await(store.add("a", 1)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("nobody knows")
                    .hasMessageContaining("fewer than 1 replica has");
            second.resume();
            assertThat(await(store.add("a", 1))).isEqualTo(3);
        }
    }

    @Test
    void aChangeWaitsForAReplicaThatComesBack() {
        try (Fixture store = Fixture.open(1, PATIENCE, first.uri())) {
            await(store.add("a", 1));
            second.pause();
            CompletionStage<Long> sum = store.add("a", 1);
            second.resume();

            assertThat(await(sum)).isEqualTo(2);
        }
    }

    @Test
    void aFailOverByHandIsFollowed() {
        try (Fixture store = Fixture.open(1, PATIENCE, first.uri(), second.uri())) {
            Heard ear = new Heard();
            await(store.lines().listen(Fixture.bytes("t:{a}:c"), ear));
            await(store.add("a", 1));
            second.ask("REPLICAOF", "NO", "ONE");
            first.follow(second);

            assertThat(await(store.add("a", 1))).isEqualTo(2);
            assertThat(second.ask("GET", "t:{a}:sum")).isEqualTo("2");
            ear.awaitGap(1);
            await(store.add("a", 1, "t:{a}:c"));
            ear.awaitCount(1);
        }
    }

    @Test
    void aLoneReplicaIsNotMistakenForAPrimary() {
        try (Fixture store = Fixture.open(0, Duration.ofSeconds(3), second.uri())) {
            assertThatThrownBy(() -> await(store.add("a", 1))).hasMessageContaining("is a primary (expected: ");
        }
    }
}
