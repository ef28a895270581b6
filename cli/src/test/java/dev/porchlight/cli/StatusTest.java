package dev.porchlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.Shell.Ran;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code porchlight status} on the folder of a running server, and as somebody with a token. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StatusTest {
    @TempDir
    private Path folder;

    private Porchlight server;
    private Shell shell;

    @BeforeEach
    void start() {
        server = Porchlight.start(
                Settings.defaults().withPort(0).withEventLoops(1).withData(folder.resolve("porchlight-data")));
        shell = new Shell(folder);
        done("user", "add", "ada@example.com", "--id", "ada", "--display-name", "Ada Okafor");
        done("user", "add", "bob@example.com", "--id", "bob");
        done("session", "open", "ada", "--version", "6.4.0", "--lease", "1h");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Do_Not_Disturb", "do-not-disturb", "DND", "Do_No_Disturb"})
    void aStatusIsSetAndRead(String spelling) {
        assertThat(done("status", "set", spelling, "--duration", "30", "--user", "ada")
                        .out())
                .isEqualTo("Set the status of ada to Do_Not_Disturb for 30 minutes.\n");

        assertThat(done("status", "get", "ada@example.com").out()).matches("ada\tDo_Not_Disturb\t20\\S+Z\t20\\S+Z\n");
    }

    @Test
    void aFormIsAsGoodAsJson() {
        done("status", "set", "Away", "--user", "ada", "--multipart");

        assertThat(done("status", "get", "ada").out()).startsWith("ada\tAway\t");
    }

    @Test
    void manyAreReadAtOnceAndWhoIsMissingIsNamed() {
        Ran ran = shell.run("status", "get", "ada", "nobody", "bob@example.com");

        assertThat(ran.out()).startsWith("ada\tAvailable\t").contains("\nbob\tOffline\t");
        assertThat(ran.err()).startsWith("There is no user nobody.\n");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void aPersonsOwnTokenNeedsNoName() {
        Shell ada = as("ada");

        assertThat(ada.run("status", "set", "Busy").out()).isEqualTo("Set the status of me to Busy.\n");
        assertThat(ada.run("status", "get").out()).startsWith("ada\tBusy\t");
        assertThat(ada.run("status", "get", "--json").out())
                .contains("\"status\" : \"Busy\"")
                .doesNotContain("why");
    }

    @Test
    void aSecondUpdateWithinTheMinuteFailsAsTheSampleDoesAndSaysWhen() {
        done("status", "set", "Away", "--user", "ada");
        Ran ran = shell.run("status", "set", "Busy", "--user", "ada");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).matches("""
                Response Body:
                \\{
                  "code" : 429,
                  "message" : "Too many requests submitted to update the presence status of this user\\. .*"
                }
                Response Status Code = 429
                Failed\\.
                Cannot set the status of ada: Too many requests .*
                Try again after 20\\S+Z, or let status set wait for its turn with --wait\\.
                """);
    }

    @Test
    void theHeadersArePrintedWhenAskedFor() {
        Ran ran = shell.run("status", "set", "Away", "--user", "nobody", "--verbose");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .contains("Response Status Code = 404\nResponse Header:\n", "\nx-zm-trackingid: ", "\nFailed.\n")
                .endsWith("see who there is with: porchlight user list\n");
    }

    @Test
    void aProgramIsToldInJson() {
        JsonNode set = CommandsContract.json(done("status", "set", "Away", "--user", "ada", "--json"));
        Ran refused = shell.run("status", "set", "Away", "--user", "bob", "--json");

        assertThat(set.path("status").asText()).isEqualTo("Away");
        assertThat(refused.out()).isEmpty();
        JsonNode error = CommandsContract.json(new Ran(1, refused.err(), ""));
        assertThat(error.path("http_status").asInt()).isEqualTo(400);
        assertThat(error.path("code").asInt()).isEqualTo(5301);
        assertThat(error.path("errors").get(0).path("field").asText()).isEqualTo("status");
        assertThat(error.path("next").asText()).contains("session open");
    }

    @Test
    void anOperatorIsNobody() {
        Ran ran = shell.run("status", "set", "Away");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .contains("\"code\" : 4700")
                .endsWith("Name the user with --user: this token is nobody's own.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            status set Avaliable             | 'Avaliable' (expected: one of Available, Away, Busy,
            status set Avaliable             | Did you mean Available?
            status set Offline               | 'Offline' (expected: one of
            status set Away --duration 0     | '0' (expected: 1 to 1440)
            status set Away --duration 1441  | '1441' (expected: 1 to 1440)
            status set                       | Missing required parameter: 'STATUS'
            status history ada --from monday | 'monday'
            """)
    void whatMakesNoSenseIsExplainedAndNotSent(String line, String message) {
        Ran ran = shell.run(line.split(" "));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
    }

    @Test
    void aServerThatIsNotThereIsAnotherExitStatus() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Ran ran = shell.run("status", "get", "ada", "--url", "http://127.0.0.1:" + port, "--token", "t");

        assertThat(ran.status()).isEqualTo(4);
        assertThat(ran.err()).startsWith("Failed.\nCannot read ada: No connection to 127.0.0.1:" + port);
    }

    @Test
    void againstZoomThereIsOnlyWhatZoomHas() {
        for (String line : List.of("status why ada", "status history ada", "status watch ada")) {
            Ran ran = shell.run((line + " --url https://api.zoom.us --token t").split(" "));

            assertThat(ran.status()).isEqualTo(1);
            assertThat(ran.err()).contains("Zoom's API has no way to", "Zoom has status set and status get.");
        }
    }

    @Test
    void theHistoryAndTheReasonAreTold() {
        done("status", "set", "Do_Not_Disturb", "--user", "ada");

        assertThat(done("status", "history", "ada").out().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .matches("20\\S+Z\tDo_Not_Disturb\tAvailable\t20\\S+Z\tapi\t.*");
        assertThat(done("status", "why", "ada").out())
                .contains("Do_Not_Disturb since", "do_not_disturb_declared", "declared");
        assertThat(CommandsContract.json(done("status", "why", "ada", "--json"))
                        .path("why")
                        .path("winner")
                        .asText())
                .isEqualTo("declaration");
        assertThat(CommandsContract.json(done("status", "history", "ada", "--json")))
                .hasSize(2);
    }

    @Test
    void aWatchInAPipePrintsALineForEachChangeOrAnObject() {
        Shell watching = new Shell(folder);
        String out = whileWatching(watching, "watch", "ada", "nobody");
        assertThat(out.lines().toList()).hasSize(2);
        assertThat(out).matches("20\\S+Z\tada\tAvailable\t\n20\\S+Z\tada\tAway\t\n");
    }

    @Test
    void aWatchOutlivesTheServersRestartAndItsNewTokenForOperators() {
        Ran ran = new Shell(folder)
                .untilItSays("Available", this::restartAndSetAway, "Away")
                .run("status", "watch", "ada");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("going down", "Trying again at 20");
    }

    private void restartAndSetAway() {
        Settings same = Settings.defaults()
                .withPort(server.port())
                .withEventLoops(1)
                .withData(folder.resolve("porchlight-data"));
        server.close();
        server = Porchlight.start(same);
        done("status", "set", "Away", "--user", "ada");
    }

    @Test
    void aWatchForAProgramPrintsOneObjectALine() {
        String out = whileWatching(new Shell(folder).onATerminal(), "watch", "--json", "ada");

        List<String> lines = out.lines().toList();
        assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("{\"user\":\"ada\",\"status\":\""));
        assertThat(CommandsContract.json(new Ran(0, lines.getLast(), ""))
                        .path("status")
                        .asText())
                .isEqualTo("Away");
    }

    @Test
    void aWatchOnATerminalIsATableOfEverybodyAndGivesTheTerminalBack() {
        Shell terminal = new Shell(folder)
                .onATerminal()
                .with("LINES", "10")
                .with("COLUMNS", "100")
                .with("NO_COLOR", "1");
        String out = whileWatching(terminal, "watch");

        assertThat(out).startsWith("\u001b[?1049h\u001b[?25l").endsWith("\u001b[?25h\u001b[?1049l");
        assertThat(out).contains("2 users, live");
        String last = out.substring(out.lastIndexOf("\u001b[H"));
        assertThat(last)
                .contains("2 users, ", "USER", "STATUS", "Ada Okafor", "Away", "bob@example.com", "Offline")
                .contains("\u001b[K\r\n")
                .doesNotContain("\u001b[3");
    }

    @Test
    void aTokenThatMayNotReadEndsTheWatchAtOnce() {
        String token = done("token", "create", "--user", "ada", "--scope", "user:write")
                .out()
                .strip();
        Ran ran = new Shell(folder)
                .untilItSays("nothing: it is interrupted", () -> {}, "nothing")
                .run("status", "watch", "ada", "--url", server.uri(), "--token", token);

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("does not contain scopes", "Give a token with one of these scopes.");
    }

    @Test
    void aShellCanCompleteWhatThereIs() {
        String script = done("completion", "bash").out();

        assertThat(script).contains("complete ", "Do_Not_Disturb", "--duration", "watch", "history");
    }

    /** What a watch printed when ada went away in front of it; it is stopped after two lines about her. */
    private String whileWatching(Shell watching, String... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = "status";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        Ran ran = watching.untilItSays("Available", () -> done("status", "set", "Away", "--user", "ada"), "Away")
                .run(line);
        assertThat(ran.status()).as(ran.err()).isZero();
        return ran.out();
    }

    private Shell as(String user) {
        String token = done("token", "create", "--user", user, "--scope", "user:write", "--scope", "user:read")
                .out()
                .strip();
        return new Shell(folder).with("PORCHLIGHT_URL", server.uri()).with("PORCHLIGHT_TOKEN", token);
    }

    private Ran done(String... arguments) {
        Ran ran = new Shell(folder).run(arguments);
        assertThat(ran.status())
                .as(String.join(" ", arguments) + ": " + ran.err())
                .isZero();
        return ran;
    }
}
