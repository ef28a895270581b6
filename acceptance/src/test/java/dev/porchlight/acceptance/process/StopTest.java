package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM: what is under way is answered, what is answered is kept, and what is not answered has not happened. */
class StopTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    private Path temp;

    @Test
    void anUpdateIsAnsweredOrHasNotHappened() throws Exception {
        Path data = temp.resolve("data");
        Crowd crowd = Crowd.of(64);
        Books books = new Books(crowd);
        try (ServerProcess server = ServerProcess.serve(data);
                Connection connection = server.connect()) {
            crowd.signIn(connection);
            books.open(connection);
            try (Rush rush = Rush.on(server, crowd)) {
                rush.awaitAcknowledgements(2_000);
                assertThat(server.stop()).as(server.errors()).isZero();
                assertThat(rush.endings()).containsOnly(Rush.Ending.CUT_OFF);
                assertThat(rush.wasRefusedAny()).isFalse();
            }
            assertThat(server.errors()).isEmpty();
        }
        assertThat(data.resolve("control.json")).doesNotExist();
        try (ServerProcess server = ServerProcess.serve(data);
                Connection connection = server.connect()) {
            for (Writer writer : crowd.writers()) {
                assertThat(writer.reached(connection.presence(writer.user())))
                        .as(writer.toString())
                        .isEqualTo(writer.acknowledged());
            }
            books.check(connection);
            assertThat(server.stop()).isZero();
        }
        Ground.check(data, crowd.users());
    }

    @Test
    void aRequestThatHasBegunIsAnsweredThoughSignalsRepeat() throws Exception {
        Path data = temp.resolve("data");
        try (ServerProcess server = ServerProcess.serve(data, "--drain", "60s");
                Connection connection = server.connect()) {
            connection.addSignedIn("ada");
            beginUpdate(connection);

            server.terminate();
            awaitRefused(server);
            server.terminate();
            connection.write("status=Busy");

            assertThat(connection.read().status()).isEqualTo(204);
            assertThat(server.exit()).as(server.errors()).isZero();
        }
        assertThat(data.resolve("control.json")).doesNotExist();
        try (ServerProcess server = ServerProcess.serve(data);
                Connection connection = server.connect()) {
            assertThat(connection.presence("ada").status()).isEqualTo("Busy");
        }
    }

    @Test
    void aServerThatIsStoppedTheMomentItIsReadyEndsInOrder() throws Exception {
        Path data = temp.resolve("data");
        try (ServerProcess server = ServerProcess.serve(data)) {
            assertThat(server.stop()).as(server.errors()).isZero();
        }
        assertThat(data.resolve("control.json")).doesNotExist();
    }

    @Test
    void aCallerThatNeverFinishesHoldsUpTheEndNoLongerThanTheDrain() throws Exception {
        try (ServerProcess server = ServerProcess.serve(temp.resolve("data"), "--drain", "1s");
                Connection idle = server.connect();
                Connection connection = server.connect()) {
            connection.addSignedIn("ada");
            assertThat(idle.get("/health/live").status()).isEqualTo(200);
            beginUpdate(connection);
            Instant told = Instant.now();

            assertThat(server.stop()).as(server.errors()).isZero();

            assertThat(Duration.between(told, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(8));
        }
    }

    /** Sends a request without its body, and sees to it that the server has begun with it. */
    private static void beginUpdate(Connection connection) throws IOException {
        String head = connection.head("PUT", "/v2/users/ada/presence_status", FORM, "status=Busy".length());
        connection.write(head.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
        assertThat(connection.read().status()).isEqualTo(100);
    }

    private static void awaitRefused(ServerProcess server) throws IOException {
        while (true) {
            try (Connection connection = server.connect()) {
                assertThat(connection).isNotNull();
            } catch (SocketException e) {
                return;
            }
        }
    }
}
