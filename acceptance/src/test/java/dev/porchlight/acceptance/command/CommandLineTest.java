package dev.porchlight.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.acceptance.command.Command.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final String READY = "Porchlight is ready at ";

    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(home.resolve("folder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void aServerThatIsToldToStopEndsWellAndKeepsEverything(String signal) {
        try (Command serve = Command.start(folder, "serve", "--port", "0")) {
            serve.await(READY);
            assertThat(Command.run(folder, "user", "add", "ada@example.com", "--id", "ada")
                            .status())
                    .isZero();
            serve.signal(signal);

            assertThat(serve.end()).satisfies(ended -> {
                assertThat(ended.status()).isZero();
                assertThat(ended.err()).isEmpty();
            });
        }
        assertThat(folder.resolve("porchlight-data/control.json")).doesNotExist();
        assertThat(Command.run(folder, "user", "list").out()).startsWith("ada\tada@example.com\t");
    }

    @Test
    void aServerThatIsKilledLeavesAFolderThatTheNextCommandOpens() {
        try (Command serve = Command.start(folder, "serve", "--port", "0")) {
            serve.await(READY);
            Command.run(folder, "user", "add", "ada@example.com", "--id", "ada");
            serve.signal("KILL");
            assertThat(serve.end().status()).isNotZero();
        }
        assertThat(folder.resolve("porchlight-data/control.json")).exists();

        Ended list = Command.run(folder, "user", "list");

        assertThat(list.status()).as(list.err()).isZero();
        assertThat(list.out()).startsWith("ada\t");
    }

    @Test
    void aSecondServerOnAFolderSaysWhoHasIt() {
        try (Command serve = Command.start(folder, "serve", "--port", "0")) {
            serve.await(READY);

            Ended second = Command.run(folder, "serve", "--port", "0");

            assertThat(second.status()).isEqualTo(1);
            assertThat(second.out()).isEmpty();
            assertThat(second.err().lines()).hasSize(1);
            assertThat(second.err()).contains("in use by another Porchlight (process ", "--data");
        }
    }

    @Test
    void aTakenPortEndsInOneLine() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = Command.run(folder, "serve", "--port", Integer.toString(other.getLocalPort()));

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err().lines()).hasSize(1);
            assertThat(ended.err()).contains("Cannot listen on 127.0.0.1:" + other.getLocalPort(), "--port");
        }
    }

    @Test
    void aDemoThatIsToldToStopLeavesNothing() throws IOException {
        try (Command demo = Command.start(folder, "demo", "--port", "0", "--admin-token", "a-token-of-some-length")) {
            demo.await(READY);
            List<Path> folders = demos(demo);
            assertThat(folders).hasSize(1);
            demo.signal("TERM");

            assertThat(demo.end().status()).isZero();
            assertThat(folders.getFirst()).doesNotExist();
        }
    }

    @Test
    void aSessionThatIsKeptEndsWithItsCommand() {
        Command.run(folder, "user", "add", "ada@example.com", "--id", "ada");
        try (Command serve = Command.start(folder, "serve", "--port", "0")) {
            serve.await(READY);
            try (Command open = Command.start(folder, "session", "open", "ada", "--version", "6.4.0", "--keep")) {
                open.await("ada is signed in until ");
                assertThat(Command.run(folder, "session", "list", "ada").out()).startsWith("ada\t");
                open.signal("INT");
                assertThat(open.end().status()).isZero();
            }
            assertThat(Command.run(folder, "session", "list", "ada").out()).isEmpty();
        }
    }

    @Test
    void whatIsExportedFromARunningServerStartsAnother() {
        Command.run(folder, "user", "add", "ada@example.com", "--id", "ada");
        try (Command serve = Command.start(folder, "serve", "--port", "0")) {
            serve.await(READY);
            assertThat(Command.run(folder, "export", "all.jsonl").status()).isZero();
            Ended imported = Command.run(folder, "import", "all.jsonl", "--data", "other");
            assertThat(imported.status()).as(imported.err()).isZero();
            try (Command other = Command.start(folder, "serve", "--port", "0", "--data", "other")) {
                other.await(READY);
                assertThat(Command.run(folder, "user", "show", "ada", "--data", "other")
                                .out())
                        .contains("ada@example.com", "Offline");
            }
        }
    }

    @Test
    void theVersionIsOnStandardOutput() {
        Ended version = Command.run(folder, "version");

        assertThat(version.status()).isZero();
        assertThat(version.err()).isEmpty();
        assertThat(version.out()).startsWith("Porchlight ").contains("\nJava 2", "\nFormat of the folder: ");
    }

    /** The temporary folder of a demo, by the process that has its lock. */
    private static List<Path> demos(Command demo) throws IOException {
        String pid = Long.toString(demo.pid());
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("porchlight-demo-"))
                    .filter(path -> holds(path.resolve("lock"), pid))
                    .toList();
        }
    }

    private static boolean holds(Path lock, String pid) {
        try {
            return Files.isReadable(lock) && Files.readString(lock).strip().equals(pid);
        } catch (IOException e) {
            return false;
        }
    }
}
