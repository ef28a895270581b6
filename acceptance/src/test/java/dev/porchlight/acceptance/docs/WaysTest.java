package dev.porchlight.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.porchlight.acceptance.board.Chromium;
import dev.porchlight.acceptance.board.Look;
import dev.porchlight.cli.Main;
import dev.porchlight.client.PresenceClient;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.update.Status;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import dev.porchlight.store.memory.MemoryStore;
import dev.porchlight.wire.SessionRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The ways of docs/five-ways.md and the program of docs/client.md, run as they are printed, but for the address. */
@Timeout(120)
class WaysTest {
    private static final String TOKEN = "an-administrators-token-for-these-tests";
    private static final String PRINTED = "http://127.0.0.1:8484";

    @TempDir
    private Path folder;

    private Porchlight server;
    private PresenceClient client;

    @BeforeEach
    void start() throws Exception {
        Settings settings = Settings.defaults()
                .withPort(0)
                .withEventLoops(1)
                .withDrain(Duration.ofSeconds(1))
                .withAdminToken(TOKEN)
                .withRules(RuleSettings.DEFAULTS.withUpdateWindow(Duration.ZERO));
        server = Porchlight.start(settings, InstantSource.system(), new MemoryStore());
        client = PresenceClient.at(URI.create(server.uri())).token(TOKEN).build();
        addAda();
        client.signIn("ada", "desk", new SessionRequest("desktop", "6.4.0", null, 3600));
        client.set("ada", Status.AWAY).join();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void curl() throws Exception {
        Way way = Way.in("five-ways.md", "curl");

        assertThat(bash(way.code().strip() + " -s -S --noproxy '*'")).isEqualTo(way.printed());
        assertThat(client.get("ada").status()).isEqualTo("Available");
    }

    @Test
    void theCommandLine() throws Exception {
        Way way = Way.in("five-ways.md", "cli");
        installCommand();

        assertThat(bash(way.code())).isEqualTo(way.printed());
        assertThat(client.get("ada").status()).isEqualTo("Available");
    }

    @Test
    void theJavaClient() throws Exception {
        Way way = Way.in("five-ways.md", "java");

        assertThat(run("SetStatus", way)).isEqualTo(way.printed());
        assertThat(client.get("ada").status()).isEqualTo("Available");
    }

    @Test
    void cSharpIsPrintedAsThePageShowsIt() throws Exception {
        Way way = Way.in("five-ways.md", "collection");
        installCommand();

        assertThat(bash(way.code().replace("curl -s", "curl -s --noproxy '*'")))
                .isEqualTo(way.printed().replace("8484", "" + server.port()));
    }

    @Test
    @EnabledIf("dev.porchlight.acceptance.board.Chromium#isThere")
    void thePagesCurlCommandDoesTheTask() throws Exception {
        String command;
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.window(Look.WIDE);
            page.navigate(server.uri() + "/reference");
            for (String link : List.of("Porchlight", "Update a user's presence status")) {
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                        .first()
                        .click();
            }
            assertThat(page.locator("h1").textContent()).endsWith("Update a user's presence status");
            command = page.locator("pre[aria-label='Curl command']").textContent();
        }

        assertThat(bash(command.replace("<access_token>", TOKEN).strip() + " -s -S --noproxy '*'"))
                .startsWith("HTTP/1.1 204 ");
        assertThat(client.get("ada").status()).isEqualTo("Available");
    }

    @Test
    void theProgramOfTheClientsPage() throws Exception {
        Way way = Way.in("client.md", "client");

        assertThat(run("Example", way)).isEqualTo(way.printed());
        assertThat(client.get("ada").status()).isEqualTo("Do_Not_Disturb");
    }

    @Test
    void theReadmesJavaIsJava() throws Exception {
        Way way = Way.in("../README.md", "readme");
        String program = "import dev.porchlight.client.PresenceClient;\nimport dev.porchlight.client.oauth.*;\n"
                + "import dev.porchlight.client.update.*;\nclass Readme {\n"
                + "void run(String id, String secret, String account) {\n" + way.code() + "}}\n";
        Path source = Files.writeString(folder.resolve("Readme.java"), program);
        List<String> arguments =
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), source.toString());

        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    @Test
    void theClientsPageNamesEveryErrorThereIs() throws Exception {
        String page = Files.readString(Path.of("../docs/client.md"));

        for (Class<?> error : PresenceError.class.getPermittedSubclasses()) {
            assertThat(page).contains("`" + error.getSimpleName() + "`");
        }
    }

    private void installCommand() throws IOException {
        Path program = Files.writeString(
                folder.resolve("porchlight"), "#!/bin/sh\nexec " + java() + Main.class.getName() + " \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private String run(String name, Way way) throws Exception {
        Files.writeString(folder.resolve(name + ".java"), way.code().replace(PRINTED, server.uri()));
        return bash(java() + name + ".java");
    }

    private static String java() {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")) + "' ";
    }

    private String bash(String script) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder(List.of("bash", "-euc", script.replace(PRINTED, server.uri())))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        bash.environment().put("TOKEN", TOKEN);
        bash.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        Process process = bash.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private void addAda() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + "/v2/users"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"action":"create","user_info":{"id":"ada","email":"ada@example.com","type":1}}"""))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);
        }
    }
}
