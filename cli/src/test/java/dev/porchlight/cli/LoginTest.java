package dev.porchlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.porchlight.cli.Shell.Ran;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Signing in, against a small authorization server and API of the test's own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoginTest {
    private static final String SECRET = "the-apps-secret";

    @TempDir
    private Path folder;

    private final List<Map<String, String>> tokenRequests = new ArrayList<>();
    private final List<String> bearers = new ArrayList<>();
    private HttpServer server;
    private String url;
    private String challenge = "";
    private String refusal = "";
    private int issued;
    private int life = 3600;
    private Shell shell;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth/authorize", this::authorize);
        server.createContext("/oauth/token", this::token);
        server.createContext("/v1/presence/query", this::answer);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        shell = new Shell(folder).with("HOME", folder.toString());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAppSignsInAndItsTokenIsUsedAgain() {
        Ran login = app();
        get();
        get();

        assertThat(login.out()).isEqualTo("Signed in. Use it with --profile work, or PORCHLIGHT_PROFILE=work.\n");
        assertThat(tokenRequests).containsExactly(Map.of("grant_type", "account_credentials", "account_id", "acme"));
        assertThat(bearers).containsExactly("token-1", "token-1");
    }

    @Test
    void aTokenThatIsNearItsEndIsRenewedAndTheNewOneKept() {
        life = 0;
        app();
        life = 3600;
        get();
        get();

        assertThat(bearers).containsExactly("token-2", "token-2");
    }

    @Test
    void aPersonSignsInWithABrowserAndStaysSignedIn() throws Exception {
        life = 0;
        Ran login = browser();
        life = 3600;
        get();

        assertThat(login.status()).as(login.err()).isZero();
        assertThat(login.err())
                .contains("Open this page in a browser", url + "/oauth/authorize?response_type=code&client_id=app");
        assertThat(tokenRequests.getFirst())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "the-code");
        assertThat(challenge).isEqualTo(sha256(tokenRequests.getFirst().get("code_verifier")));
        assertThat(tokenRequests.getLast())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "refresh-1");
        get();
        assertThat(tokenRequests).hasSize(2);
        assertThat(bearers).containsExactly("token-2", "token-2");
    }

    @Test
    void aPersonWhoSaysNoIsNotSignedIn() throws Exception {
        refusal = "access_denied";
        Ran login = browser();

        assertThat(login.status()).isEqualTo(1);
        assertThat(login.err()).contains("The sign-in was refused: access_denied.");
        assertThat(shell.run("profiles").out()).isEmpty();
    }

    @Test
    void aTokenThatSomebodyHasIsKept() {
        assertThat(shell.run("login", "--profile", "mine", "--url", url, "--token", "t-1")
                        .status())
                .isZero();
        shell.run("status", "get", "ada", "--profile", "mine");

        assertThat(bearers).containsExactly("t-1");
    }

    @Test
    void aWrongSecretIsRefusedAndNothingIsKept() {
        Ran login = new Shell(folder)
                .with("HOME", folder.toString())
                .with("PORCHLIGHT_CLIENT_SECRET", "wrong")
                .run("login", "--profile", "work", "--url", url, "--client-id", "app");

        assertThat(login.status()).isEqualTo(1);
        assertThat(login.err())
                .contains("Invalid client_id or client_secret (invalid_client)")
                .doesNotContain("wrong");
        assertThat(file()).doesNotExist();
    }

    @Test
    void theFileIsForItsOwnerOnlyAndIsNotReadOtherwise() throws IOException {
        app();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        Ran ran = shell.run("profiles");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("Others may read " + file() + " (rw-r--r--)", "chmod 600");
    }

    @Test
    void aListShowsNoSecrets() {
        app();
        JsonNode listed = CommandsContract.json(shell.run("profiles", "--json"));

        assertThat(shell.run("profiles").out()).isEqualTo("work\t" + url + "\tserver-to-server\tuser:read:admin\n");
        assertThat(listed.get(0).path("url").asText()).isEqualTo(url);
        assertThat(listed.toString()).doesNotContain(SECRET, "token-1");
    }

    @Test
    void aForgottenProfileIsGone() {
        app();
        assertThat(shell.run("logout", "--profile", "work").out()).isEqualTo("Forgot work.\n");
        assertThat(shell.run("status", "get", "ada", "--profile", "work").err())
                .contains("There is no profile work", "porchlight login --profile work");
        assertThat(shell.run("logout", "--profile", "work").status()).isEqualTo(1);
    }

    @Test
    void aMisspeltProfileIsNotAnotherServer() {
        app();

        assertThat(shell.run("status", "get", "ada", "--profile", "wrok").err()).contains("Did you mean work?");
        assertThat(bearers).isEmpty();
    }

    @Test
    void aFileThatIsDamagedIsNotOverwritten() throws IOException {
        app();
        Files.writeString(file(), "{\"profiles\":");

        assertThat(shell.run("login", "--profile", "b", "--url", url, "--token", "t")
                        .err())
                .contains("Cannot read the profiles in " + file());
        assertThat(Files.readString(file())).isEqualTo("{\"profiles\":");
    }

    private Ran app() {
        return new Shell(folder)
                .with("HOME", folder.toString())
                .with("PORCHLIGHT_CLIENT_SECRET", SECRET)
                .run("login", "--profile", "work", "--url", url, "--client-id", "app", "--account-id", "acme");
    }

    /** With a browser that a script stands in for: it follows where it is sent, as one where the person is signed in. */
    private Ran browser() throws IOException {
        Path script = Files.writeString(folder.resolve("browser"), "#!/bin/sh\nexec curl -s -L --noproxy '*' \"$1\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new Shell(folder)
                .with("HOME", folder.toString())
                .with("BROWSER", script.toString())
                .run("login", "--profile", "work", "--url", url, "--client-id", "app", "--browser");
    }

    private void get() {
        Ran ran = shell.run("status", "get", "ada", "--profile", "work");
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    private Path file() {
        return folder.resolve(".config/porchlight/profiles.json");
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        challenge = asked.get("code_challenge");
        String answer = refusal.isEmpty() ? "code=the-code" : "error=" + refusal;
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?" + answer + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        tokenRequests.add(asked);
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        String expected =
                "Basic " + Base64.getEncoder().encodeToString(("app:" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (basic != null && !basic.equals(expected)) {
            reply(exchange, 400, "{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}");
            return;
        }
        issued++;
        String refresh = basic == null ? ",\"refresh_token\":\"refresh-" + issued + "\"" : "";
        reply(
                exchange,
                200,
                "{\"access_token\":\"token-" + issued + "\",\"token_type\":\"bearer\",\"expires_in\":" + life
                        + ",\"scope\":\"user:read:admin\"" + refresh + "}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        bearers.add(exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length()));
        reply(
                exchange,
                200,
                "{\"users\":[{\"user\":\"ada\",\"status\":\"Away\",\"since\":\"2026-03-27T04:00:00Z\",\"revision\":1}],"
                        + "\"unknown\":[]}");
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static String sha256(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
