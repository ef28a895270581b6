package dev.porchlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.cli.Shell.Ran;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a server that is known by its address, with an administrator's token. */
class RemoteCommandsTest {
    private static final String TOKEN = "an-administrators-token";

    @TempDir
    private Path folder;

    private Porchlight server;
    private Shell shell;

    @BeforeEach
    void start() {
        server = Porchlight.start(Settings.defaults()
                .withPort(0)
                .withData(folder.resolve("elsewhere"))
                .withAdminToken(TOKEN));
        shell = new Shell(folder).with("PORCHLIGHT_URL", server.uri()).with("PORCHLIGHT_TOKEN", TOKEN);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anAdministratorRunsTheAccount() {
        assertThat(shell.run("user", "add", "ada@example.com", "--id", "ada").err())
                .isEmpty();

        assertThat(shell.run("user", "list").out()).startsWith("ada\t");
        assertThat(folder.resolve("porchlight-data")).doesNotExist();
    }

    @Test
    void aPasswordIsReadFromStandardInput() {
        shell.run("user", "add", "ada@example.com", "--id", "ada");

        assertThat(shell.typing("correct horse battery\n")
                        .run("user", "password", "ada")
                        .out())
                .isEqualTo("Set the password of ada.\n");
        assertThat(shell.typing("short\n").run("user", "password", "ada").err())
                .contains("password: 5 characters (expected: 10 to 256 characters)");
        assertThat(shell.typing("").run("user", "password", "ada").err()).contains("No password was given.");
        assertThat(shell.run("user", "password", "ada", "--remove").out()).isEqualTo("Removed the password of ada.\n");
    }

    @Test
    void anAppThatUsersAllowHasItsAddressAndMayHaveNoSecret() {
        Ran added = shell.run(
                "app",
                "add",
                "Phone",
                "--scope",
                "user:read",
                "--redirect-uri",
                "http://127.0.0.1/callback",
                "--public",
                "--client-id",
                "phone");

        assertThat(added.out())
                .contains("client id      phone", "/oauth/authorize")
                .doesNotContain("secret");
        assertThat(shell.run("app", "list").out()).contains("user_authorised");
        assertThat(shell.run("app", "add", "Bad", "--scope", "user:read:admin", "--public")
                        .err())
                .contains("scopes: user:read:admin (expected: scopes without :admin for a user_authorised app)");
    }

    @Test
    void aBadTokenIsRefusedWithTheNextStep() {
        Ran ran = shell.run("user", "list", "--token", "guess");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("Cannot list the users: Invalid access token.", "PORCHLIGHT_TOKEN", "--data");
    }

    @Test
    void whatOnlyTheOperatorMayIsRefusedToAnAdministrator() {
        for (String[] line : new String[][] {{"account", "list"}, {"backup", "b"}, {"export", "e"}}) {
            Ran ran = shell.run(line);

            assertThat(ran.status()).isEqualTo(1);
            assertThat(ran.err()).contains("Cannot ").contains("--data");
            assertThat(folder.resolve("e")).doesNotExist();
        }
    }

    @Test
    void manyUsersAreListedPageByPage() {
        int many = 2_001;
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, many).forEach(number -> threads.execute(() -> add(client, number)));
        }

        assertThat(shell.run("user", "list").out().lines()).hasSize(many).doesNotHaveDuplicates();
        assertThat(CommandsContract.json(shell.run("user", "list", "--json"))).hasSize(many);
    }

    private void add(HttpClient client, int number) {
        String body = "{\"action\":\"create\",\"user_info\":{\"email\":\"u" + number + "@example.com\"}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + "/v2/users"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
