package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up while a server writes to it. */
class FullDiskTest {
    private static final int MEBIBYTES = 48;

    @TempDir
    private Path temp;

    private final Crowd crowd = Crowd.of(16);
    private final Books books = new Books(crowd);

    @Test
    void updatesAreRefusedUntilThereIsRoomAndNothingThatWasAcknowledgedIsLost() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(temp.resolve("disk"), MEBIBYTES)) {
            Path data = disk.path().resolve("data");
            try (ServerProcess server = ServerProcess.serve(data);
                    Connection connection = server.connect();
                    Rush rush = rush(server, connection)) {
                Path ballast = disk.fill();
                rush.awaitRefusals(100);

                Writer probe = new Writer("probe", "probe", Kind.CLAIM);
                assertThat(probe.write(connection)).isFalse();
                assertThat(probe.reached(connection.presence("probe"))).isEqualTo(probe.acknowledged());
                assertThat(connection.get("/v2/users/probe/presence_status").status())
                        .isEqualTo(200);
                assertThat(connection.get("/health/live").status()).isEqualTo(200);
                assertThat(connection.get("/health/ready").status()).isEqualTo(503);

                Files.delete(ballast);
                rush.awaitAcknowledgements(1_000);
                assertThat(rush.end()).containsOnly(Rush.Ending.TOLD);
                assertThat(probe.write(connection)).isTrue();
                assertThat(connection.get("/health/ready").status()).isEqualTo(200);
                books.check(connection);
                assertThat(server.stop()).as(server.errors()).isZero();
            }
            assertAllThereAfterRestart(data);
        }
    }

    @Test
    void aServerCanBeStoppedOnAFullDiskAndIsNotStartedOnOne() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(temp.resolve("disk"), MEBIBYTES)) {
            Path data = disk.path().resolve("data");
            Path ballast;
            try (ServerProcess server = ServerProcess.serve(data);
                    Connection connection = server.connect();
                    Rush rush = rush(server, connection)) {
                ballast = disk.fill();
                rush.awaitRefusals(100);

                assertThat(server.stop()).as(server.errors()).isZero();

                assertThat(rush.endings()).containsOnly(Rush.Ending.CUT_OFF);
            }
            assertThat(data.resolve("control.json")).doesNotExist();

            // What the log had reserved is free again, which may be enough to start with.
            disk.fill();
            Command start = Command.run("serve", "--port", "0", "--data", data);
            assertThat(start.status()).isEqualTo(1);
            assertThat(start.err())
                    .contains(data.toString())
                    .contains("No space left")
                    .hasLineCount(1);

            Files.delete(ballast);
            assertAllThereAfterRestart(data);
        }
    }

    private Rush rush(ServerProcess server, Connection connection) throws Exception {
        crowd.signIn(connection);
        connection.addSignedIn("probe");
        books.open(connection);
        Rush rush = Rush.on(server, crowd);
        rush.awaitAcknowledgements(500);
        return rush;
    }

    private void assertAllThereAfterRestart(Path data) throws Exception {
        try (ServerProcess server = ServerProcess.serve(data);
                Connection connection = server.connect()) {
            books.check(connection);
            assertThat(server.stop()).as(server.errors()).isZero();
        }
        Ground.check(data, crowd.users());
    }
}
