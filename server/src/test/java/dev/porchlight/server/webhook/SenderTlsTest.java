package dev.porchlight.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers with certificates of their own, and such that want to see one. */
class SenderTlsTest {
    private static final char[] PASSWORD = "of-the-test".toCharArray();

    @TempDir
    private Path folder;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private HttpsServer server;

    @BeforeEach
    void certify() throws Exception {
        certificate("receiver", "localhost");
        certificate("stranger", "elsewhere.example");
        certificate("sender", "porchlight.example");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aCertificateOfOnesOwnIsTrustedOnlyWhereItIsGiven() throws Exception {
        listen("receiver", false);

        assertThat(answer(WebhookSettings.DEFAULTS).note()).startsWith("TLS: ");
        assertThat(received).isEmpty();
        assertThat(answer(trusting("receiver")).arrived()).isTrue();
        assertThat(received).hasSize(1);
    }

    @Test
    void aTrustedCertificateOfAnotherNameIsRefused() throws Exception {
        listen("stranger", false);

        assertThat(answer(trusting("stranger")).note()).startsWith("TLS: ");
        assertThat(received).isEmpty();
    }

    @Test
    void aReceiverThatWantsToKnowTheSenderIsShownItsCertificate() throws Exception {
        listen("receiver", true);

        assertThat(answer(trusting("receiver")).arrived()).isFalse();
        assertThat(received).isEmpty();
        WebhookSettings known =
                trusting("receiver").withCertificate(folder.resolve("sender.pem"), folder.resolve("sender.key"));
        assertThat(answer(known).arrived()).isTrue();
        assertThat(received).containsExactly("CN=porchlight.example");
    }

    @Test
    void aFileThatCannotBeUsedIsSaidAtTheStart() throws Exception {
        listen("receiver", false);
        Path nothing = Files.writeString(folder.resolve("nothing.pem"), "nothing");

        assertThatThrownBy(() -> answer(WebhookSettings.DEFAULTS.withAuthorities(nothing)))
                .hasMessageContaining(nothing.toString());
    }

    private WebhookSettings trusting(String name) {
        return WebhookSettings.DEFAULTS.withAuthorities(folder.resolve(name + ".pem"));
    }

    private Answer answer(WebhookSettings settings) {
        try (Sender sender =
                new Sender(settings.withPrivateTargets(true), InstantSource.system(), InstantSource.system())) {
            String url = "https://localhost:" + server.getAddress().getPort() + "/";
            return sender.send(new Parcel(url, "secret", 1, "id", "{}"))
                    .toCompletableFuture()
                    .join();
        }
    }

    private void listen(String name, boolean wantsCertificate) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(name), PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("sender", store("sender").getCertificate("sender"));
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setNeedClientAuth(wantsCertificate);
                parameters.setSSLParameters(tls);
            }
        });
        server.createContext("/", exchange -> {
            received.add(
                    wantsCertificate
                            ? ((com.sun.net.httpserver.HttpsExchange) exchange)
                                    .getSSLSession()
                                    .getPeerPrincipal()
                                    .getName()
                            : "");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** Makes a key pair with a certificate of its own, as keystore and as PEM files. */
    private void certificate(String name, String host) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-keystore",
                        folder.resolve(name + ".p12").toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore store = store(name);
        pem(name + ".pem", "CERTIFICATE", store.getCertificate(name).getEncoded());
        pem(name + ".key", "PRIVATE KEY", store.getKey(name, PASSWORD).getEncoded());
    }

    private KeyStore store(String name) throws Exception {
        return KeyStore.getInstance(folder.resolve(name + ".p12").toFile(), PASSWORD);
    }

    private void pem(String file, String kind, byte[] content) throws Exception {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.write(folder.resolve(file), List.of("-----BEGIN " + kind + "-----", text, "-----END " + kind + "-----"));
    }
}
