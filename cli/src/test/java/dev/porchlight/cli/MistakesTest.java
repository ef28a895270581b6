package dev.porchlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.cli.Shell.Ran;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    usr list                   | Unknown command: usr. Did you mean user?
                    user lst                   | Unknown command: lst. Did you mean list?
                    user frobnicate            | Unknown command: frobnicate (expected: add, list, password, remove, show).
                    serve --prot 1             | Unknown option: --prot. Did you mean --port?
                    serve now                  | Unknown argument: now.
                    user add                   | Missing required parameter: 'EMAIL'
                    session open ada           | Missing required option: '--version=VERSION'
                    token create               | Missing required option: '--scope=SCOPE'
                    serve --port http          | Invalid value for option '--port': 'http' (expected: 0 to 65535)
                    serve --port 65536         | Invalid value for option '--port': '65536' (expected: 0 to 65535)
                    serve --drain 10           | '10' (expected: a duration such as 90s, 5m, 24h, 30d or PT1H30M)
                    serve --busy-lasts always  | 'always' (expected: "never", or a duration such as 90s
                    serve --status-spelling xx | 'xx' (expected: zoom or documented)
                    serve --plan gold          | 'gold' (expected: free, pro, business or none)
                    serve --profile webex      | 'webex' (expected: zoom)
                    """)
    void aCommandLineThatMakesNoSenseIsExplainedAndDoesNothing(String line, String message) throws IOException {
        Ran ran = new Shell(folder).run(line.split(" "));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains(message).contains("See: porchlight");
        assertThat(ran.err().lines()).hasSize(2);
        assertThat(ran.out()).isEmpty();
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFileThatIsNotThereIsNotImported() {
        Ran ran = new Shell(folder).run("import", "none.jsonl", "--data", "d");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).startsWith("Cannot read " + folder.resolve("none.jsonl"));
        assertThat(folder.resolve("d")).doesNotExist();
    }

    @Test
    void aBackupThatIsNotThereIsNotRestored() {
        Ran ran = new Shell(folder).run("restore", "none", "--data", "d");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("There is no backup " + folder.resolve("none") + " (expected: a folder).\n");
        assertThat(folder.resolve("d")).doesNotExist();
    }

    @Test
    void aMissingFolderSaysHowToStart() {
        Ran ran = new Shell(folder).run("user", "list");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .contains("There is no Porchlight folder " + folder.resolve("porchlight-data"))
                .contains("porchlight serve", "--data", "--url");
        assertThat(folder.resolve("porchlight-data")).doesNotExist();
    }

    @Test
    void aRefusedConnectionSaysHowToStart() throws IOException {
        int port = freePort();

        Ran ran = new Shell(folder)
                .with("PORCHLIGHT_TOKEN", "t")
                .run("user", "list", "--url", "http://127.0.0.1:" + port);

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("No server answers at http://127.0.0.1:" + port, "porchlight serve");
    }

    @Test
    void anAddressWithoutATokenAsksForOne() {
        Ran ran = new Shell(folder).run("user", "list", "--url", "http://127.0.0.1:1");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("--url needs a token", "PORCHLIGHT_TOKEN");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:8484", "ftp://127.0.0.1", "http:", "'http://a b'"})
    void whatIsNoAddressIsRefused(String url) {
        Ran ran = new Shell(folder).with("PORCHLIGHT_TOKEN", "t").run("user", "list", "--url", url);

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("'" + url + "' (expected: an address such as http://127.0.0.1:8484)");
    }

    @Test
    void somethingElseThatAnswersIsNotTakenForAServer() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(other, "HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\nno"));

            Ran ran = new Shell(folder)
                    .with("PORCHLIGHT_TOKEN", "t")
                    .run("user", "list", "--url", "http://127.0.0.1:" + other.getLocalPort());

            assertThat(ran.status()).isEqualTo(1);
            assertThat(ran.err()).contains("HTTP status 500", "Is it a Porchlight server?");
        }
    }

    private static void answer(ServerSocket server, String text) {
        try (var connection = server.accept()) {
            connection.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            connection.getInputStream().read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
