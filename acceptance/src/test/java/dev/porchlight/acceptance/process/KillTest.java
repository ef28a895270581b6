package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a server in the middle of 64 writers again and again, on the same folder. {@code -Dporchlight.kills=50} for more
 * rounds, {@code -Dporchlight.seed=N} for the moments of a run before.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("porchlight.kills", 3);
    private static final long SEED = Long.getLong("porchlight.seed", System.nanoTime());
    private static final int MAX_UPDATES = 4_000;

    private final Crowd crowd = Crowd.of(64);
    private final Books books = new Books(crowd);
    private final Random random = new Random(SEED);
    private long acknowledged;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path temp;

    @Test
    void everyAcknowledgedUpdateOutlivesAKillAndNoneIsHalfThere() throws Exception {
        System.out.printf("porchlight.kills=%d porchlight.seed=%d%n", KILLS, SEED);
        Path data = temp.resolve("data");
        Bells bells;
        try (ServerProcess server = ServerProcess.serve(data);
                Connection connection = server.connect()) {
            crowd.signIn(connection);
            books.open(connection);
            bells = Bells.hang(connection);
            writeUntilKilled(server);
        }
        for (int kills = 1; kills < KILLS; kills++) {
            try (ServerProcess server = ServerProcess.serve(data);
                    Connection connection = server.connect()) {
                books.check(connection);
                bells.awaitAll(connection);
                bells.set(connection);
                writeUntilKilled(server);
            }
        }
        try (ServerProcess server = ServerProcess.serve(data);
                Connection connection = server.connect()) {
            books.check(connection);
            bells.awaitAll(connection);
            assertThat(server.stop()).isZero();
        }
        Ground.check(data, crowd.users());
        System.out.printf("%d kills outlived by %d acknowledged updates%n", KILLS, acknowledged);
    }

    private void writeUntilKilled(ServerProcess server) throws Exception {
        try (Rush rush = Rush.on(server, crowd)) {
            rush.awaitAcknowledgements(1 + random.nextInt(MAX_UPDATES));
            server.kill();
            assertThat(rush.endings()).containsOnly(Rush.Ending.CUT_OFF);
            assertThat(rush.wasRefusedAny()).isFalse();
            acknowledged += rush.acknowledged();
        }
        assertThat(server.exit()).as("SIGKILL").isEqualTo(128 + 9);
    }
}
