package dev.porchlight.store.valkey.line;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.testkit.valkey.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    Path folder;

    private RedisServer server;
    private String uri;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(RedisServer.isThere());
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1",
                "-keyout",
                "key.pem",
                "-out",
                "cert.pem");
        int port = RedisServer.freePort();
        server = RedisServer.start(
                "--tls-port",
                "" + port,
                "--tls-cert-file",
                file("cert.pem"),
                "--tls-key-file",
                file("key.pem"),
                "--tls-ca-cert-file",
                file("cert.pem"),
                "--tls-auth-clients",
                "no");
        uri = "rediss://127.0.0.1:" + port;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aServerWhoseAuthorityIsGivenIsTrusted() {
        try (Fixture store = new Fixture(Lines.open(options().trusting(folder.resolve("cert.pem")), "test"))) {
            Heard ear = new Heard();
            await(store.lines().listen(Fixture.bytes("t:{a}:c"), ear));
            await(store.add("a", 1, "t:{a}:c"));

            ear.awaitCount(1);
        }
    }

    @Test
    void aServerOfAnUnknownAuthorityIsNot() {
        try (Fixture store = new Fixture(Lines.open(options(), "test"))) {
            assertThatThrownBy(() -> await(store.add("a", 1)))
                    .hasMessageContaining("unable to find valid certification path");
        }
    }

    @Test
    void whoTakesAnyCertificateSaysSoInTheAddress() {
        try (Fixture store = Fixture.open(0, Duration.ofSeconds(2), uri + "?verifyPeer=NONE")) {
            assertThat(await(store.add("a", 1))).isEqualTo(1);
        }
    }

    private ValkeyOptions options() {
        return new ValkeyOptions(List.of(uri), "t", 0, Duration.ofSeconds(2));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void run(String... arguments) throws Exception {
        Process process = new ProcessBuilder(List.of(arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
