package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.wire.PresenceReply;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that copy a folder, as processes beside a running server. */
class BackupTest {
    private final Crowd crowd = Crowd.of(16);

    @TempDir
    private Path temp;

    @Test
    void aBackupHoldsWhatWasAcknowledgedBeforeItBegan() throws Exception {
        Path data = temp.resolve("data");
        Path backup = temp.resolve("backup");
        Map<Writer, Map<Kind, Long>> before = new HashMap<>();
        try (ServerProcess server = ServerProcess.serve(data);
                Connection connection = server.connect()) {
            crowd.signIn(connection);
            try (Rush rush = Rush.on(server, crowd)) {
                rush.awaitAcknowledgements(300);
                crowd.writers().forEach(writer -> before.put(writer, writer.acknowledged()));
                Command done = Command.run("backup", backup, "--data", data);
                assertThat(done.status()).as(done.err()).isZero();
                rush.awaitAcknowledgements(300);
                assertThat(rush.end()).containsOnly(Rush.Ending.TOLD);
            }
        }

        Path restored = temp.resolve("restored");
        Command done = Command.run("restore", backup, "--data", restored);
        assertThat(done.status()).as(done.err()).isZero();
        try (ServerProcess server = ServerProcess.serve(restored);
                Connection connection = server.connect()) {
            for (Writer writer : crowd.writers()) {
                Map<Kind, Long> reached = writer.reached(connection.presence(writer.user()));
                before.get(writer)
                        .forEach((kind, number) -> assertThat(reached.get(kind))
                                .as("%s of %s", kind, writer)
                                .isGreaterThanOrEqualTo(number));
            }
            assertThat(server.stop()).isZero();
        }
        Ground.check(restored, crowd.users());
        assertDamageIsNoticed(backup);
    }

    private void assertDamageIsNoticed(Path backup) throws Exception {
        Path file = Tree.largest(backup, ".*\\.(log|sst)");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            int flipped = bytes.read() ^ 1;
            bytes.seek(bytes.length() / 2);
            bytes.write(flipped);
        }
        Path target = temp.resolve("of-the-damaged");
        Command refused = Command.run("restore", backup, "--data", target);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains(file.getFileName().toString()).doesNotContain("Exception");
        assertThat(target).doesNotExist();
    }

    @Test
    void anExportIsEverythingAndOneThatWasCutIsRefused() throws Exception {
        Path data = temp.resolve("data");
        Path first = temp.resolve("first.jsonl");
        Map<String, PresenceReply> answers;
        try (ServerProcess server = ServerProcess.serve(data);
                Connection connection = server.connect()) {
            crowd.signIn(connection);
            try (Rush rush = Rush.on(server, crowd)) {
                rush.awaitAcknowledgements(500);
                rush.end();
            }
            answers = answers(connection);
            succeeds("export", first, "--data", data);
        }

        Path imported = temp.resolve("imported");
        Path second = temp.resolve("second.jsonl");
        succeeds("import", first, "--data", imported);
        succeeds("export", second, "--data", imported);
        assertThat(items(second)).isEqualTo(items(first)).hasSizeGreaterThan(200);
        try (ServerProcess server = ServerProcess.serve(imported);
                Connection connection = server.connect()) {
            assertThat(answers(connection)).isEqualTo(answers);
        }

        Path cut = temp.resolve("cut.jsonl");
        List<String> lines = Files.readAllLines(first);
        Files.write(cut, lines.subList(0, lines.size() / 2));
        Path none = temp.resolve("none");
        Command refused = Command.run("import", cut, "--data", none);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains(cut.toString()).doesNotContain("Exception");
        assertThat(none).doesNotExist();
    }

    /** All but the first line, which says when it was written, and the last, which sums up the others. */
    private static List<String> items(Path export) throws Exception {
        List<String> lines = Files.readAllLines(export);
        return lines.subList(1, lines.size() - 1);
    }

    private static void succeeds(Object... command) throws Exception {
        Command done = Command.run(command);
        assertThat(done.status()).as(done.err()).isZero();
    }

    private Map<String, PresenceReply> answers(Connection server) throws Exception {
        Map<String, PresenceReply> answers = new HashMap<>();
        for (String user : crowd.users()) {
            answers.put(user, server.presence(user));
        }
        return answers;
    }
}
