package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start that cannot be: it says so in one line, ends with 1, and leaves the folder byte for byte as it was. */
class TwoProcessesTest {
    @TempDir
    private Path temp;

    @Test
    void aSecondServerOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        Path data = temp.resolve("data");
        try (ServerProcess first = ServerProcess.serve(data);
                Connection connection = first.connect()) {
            connection.addSignedIn("ada");

            assertRefused(serve(data), data + " is in use by another Porchlight (process ");

            assertThat(Files.readString(data.resolve("control.json")))
                    .contains(first.uri().toString());
            Writer writer = new Writer("ada", "one", Kind.CLAIM);
            assertThat(writer.write(connection)).isTrue();
            assertThat(writer.reached(connection.presence("ada"))).isEqualTo(writer.acknowledged());
            assertThat(first.stop()).isZero();
        }
    }

    @Test
    void aTakenPortIsToldAndTheFolderStaysUsable() throws Exception {
        try (ServerProcess first = ServerProcess.serve(temp.resolve("first"))) {
            Path second = temp.resolve("second");
            String port = Integer.toString(first.uri().getPort());

            assertRefused(
                    Command.run("serve", "--port", port, "--data", second),
                    "Cannot listen on 127.0.0.1:" + port + ": ");

            assertThat(first.isRunning()).isTrue();
            assertThat(second.resolve("control.json")).doesNotExist();
            try (ServerProcess later = ServerProcess.serve(second)) {
                assertThat(later.stop()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANIFEST-.*", ".*\\.sst"})
    void aDamagedFolderIsLeftAsItIs(String name) throws Exception {
        Path data = filled();
        Path file = Tree.largest(data, name);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            bytes.write(new byte[] {'d', 'a', 'm', 'a', 'g', 'e'});
        }

        assertRefusedUnchanged(data, data + " is damaged: ");
    }

    @Test
    void aFolderOfANewerFormatIsLeftAsItIs() throws Exception {
        Path data = filled();
        Path format = data.resolve("porchlight-store");
        Files.writeString(format, Files.readString(format).replaceFirst("format \\d+", "format 99"));

        assertRefusedUnchanged(data, data + " has format 99, this Porchlight knows formats up to ");
    }

    @Test
    void aReadOnlyFolderIsLeftAsItIs() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(temp.resolve("disk"), 64)) {
            Path data = disk.path().resolve("data");
            fill(data);
            disk.writeProtect(true);

            assertRefusedUnchanged(data, data + " is read-only. ");

            disk.writeProtect(false);
            try (ServerProcess server = ServerProcess.serve(data);
                    Connection connection = server.connect()) {
                assertThat(connection.presence("ada").status()).isEqualTo("Available");
            }
        }
    }

    private Path filled() throws Exception {
        Path data = temp.resolve("data");
        fill(data);
        return data;
    }

    private static void fill(Path data) throws Exception {
        try (ServerProcess server = ServerProcess.serve(data);
                Connection connection = server.connect()) {
            connection.addSignedIn("ada");
            assertThat(server.stop()).isZero();
        }
    }

    private static void assertRefusedUnchanged(Path data, String message) throws Exception {
        Map<String, String> before = Tree.digests(data);
        assertRefused(serve(data), message);
        assertThat(Tree.digests(data)).isEqualTo(before);
    }

    private static Command serve(Path data) throws IOException, InterruptedException {
        return Command.run("serve", "--port", "0", "--data", data);
    }

    private static void assertRefused(Command command, String message) {
        assertThat(command.err()).contains(message).doesNotContain("Exception").hasLineCount(1);
        assertThat(command.out()).isEmpty();
        assertThat(command.status()).isEqualTo(1);
    }
}
