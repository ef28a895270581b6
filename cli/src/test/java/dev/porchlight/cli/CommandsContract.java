package dev.porchlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.porchlight.cli.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands do, whichever way they reach the server. */
abstract class CommandsContract {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    /** A shell whose commands reach one and the same server in turn. */
    abstract Shell shell(Path home);

    /** Another shell for the same server. */
    Shell another(Path home) {
        return new Shell(home);
    }

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void enter() {
        shell = shell(folder);
        done("user", "add", "ada@example.com", "--id", "ada", "--first-name", "Ada", "--last-name", "Okafor");
    }

    @Test
    void aUserIsAddedShownListedAndRemoved() {
        Ran added = done("user", "add", "bo@example.com", "--display-name", "Bo Smith", "--type", "2", "--json");
        String id = json(added).path("id").asText();

        assertThat(id).hasSize(22);
        assertThat(done("user", "list").out().lines())
                .anyMatch(line -> line.startsWith("ada\tada@example.com\tAda Okafor\t1\tactive\t20"))
                .anyMatch(line -> line.startsWith(id + "\tbo@example.com\tBo Smith\t2\tactive\t20"))
                .hasSize(2);
        assertThat(done("user", "show", "bo@example.com").out()).contains("bo@example.com", id, "Offline", "nobody");
        assertThat(done("user", "remove", id).out()).isEqualTo("Removed " + id + ".\n");
        assertThat(json(done("user", "list", "--json"))).hasSize(1);
    }

    @Test
    void aUsedAddressIsRefusedInWords() {
        Ran again = shell.run("user", "add", "ADA@example.com");

        assertThat(again.status()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("Cannot add ADA@example.com: User already exists");
    }

    @Test
    void aMissingUserIsRefusedWithTheNextStep() {
        Ran ran = shell.run("user", "show", "no body");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo(
                        "Cannot show no body: User does not exist: no body.\nSee who there is with: porchlight user list\n");
    }

    @Test
    void aTokenIsPrintedOnceAndRevokedByItsId() {
        Ran created = done("token", "create", "--user", "ada", "--scope", "user:write,user:read", "--expires", "30d");

        assertThat(created.out()).matches("[A-Za-z0-9_-]{40,}\n");
        assertThat(created.err()).contains("keep it", "It expires 20");
        JsonNode token = json(done("token", "list", "--json")).get(0);
        assertThat(token.path("user_id").asText()).isEqualTo("ada");
        assertThat(token.path("scopes")).hasSize(2);
        assertThat(token.toString()).doesNotContain(created.out().strip());

        String id = token.path("token_id").asText();
        done("token", "revoke", id);
        assertThat(done("token", "list").out()).doesNotContain(id);
        assertThat(shell.run("token", "revoke", id).err()).contains("Token does not exist");
    }

    @Test
    void anUnknownScopeIsRefusedWithTheField() {
        Ran ran = shell.run("token", "create", "--scope", "user:fly");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("Cannot create the token: Validation Failed.", "user:fly", "expected");
    }

    @Test
    void anAppIsAddedListedAndRemoved() {
        JsonNode app =
                json(done("app", "add", "cal", "--scope", "user:write:admin", "--scope", "user:read:admin", "--json"));
        String id = app.path("client_id").asText();

        assertThat(app.path("client_secret").asText()).isNotEmpty();
        assertThat(done("app", "list").out()).contains(id, "cal", "user:read:admin user:write:admin");
        assertThat(done("app", "list").out())
                .doesNotContain(app.path("client_secret").asText());
        done("app", "remove", id);
        assertThat(json(done("app", "list", "--json"))).isEmpty();
    }

    @Test
    void aNewAppSaysHowItGetsAToken() {
        assertThat(done("app", "add", "cal", "--scope", "user:read:admin").out())
                .contains("client secret", "curl -u ", "grant_type=client_credentials http://127.0.0.1:");
    }

    @Test
    void aSessionIsOpenedListedAndClosed() {
        Ran opened = done("session", "open", "ada", "--version", "6.4.0", "--lease", "1h", "--id", "s1");

        assertThat(opened.out()).matches("ada is signed in until \\S+Z \\(session s1\\) and is Available\\.\n");
        assertThat(done("session", "list", "ada").out()).startsWith("ada\ts1\tdesktop\t6.4.0\tactive\t");
        assertThat(done("session", "list").out()).startsWith("ada\ts1\t");
        assertThat(done("user", "show", "ada").out()).contains("Available since", "s1: desktop 6.4.0, active");
        assertThat(done("session", "close", "ada", "s1").out()).isEqualTo("Signed ada out of the session s1.\n");
        assertThat(done("session", "list", "ada").out()).isEmpty();
    }

    @Test
    void anIdleClientLeavesItsUserAway() {
        JsonNode opened =
                json(done("session", "open", "ada", "--version", "4.6.0", "--idle", "--platform", "mobile", "--json"));

        assertThat(opened.path("status").asText()).isEqualTo("Away");
        assertThat(opened.path("session_id").asText()).startsWith("cli-");
    }

    @Test
    void aKeptSessionEndsWithTheCommand() {
        Ran kept = shell.run("session", "open", "ada", "--version", "6.4.0", "--id", "s1", "--keep");

        assertThat(kept.status()).isZero();
        assertThat(done("session", "list", "ada").out()).isEmpty();
    }

    @Test
    void aBadLeaseIsRefusedWithWhatIsAllowed() {
        Ran ran = shell.run("session", "open", "ada", "--version", "6.4.0", "--lease", "1s");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("Cannot sign ada in: ", "lease: 1");
    }

    @Test
    void aBackupIsRestoredWhole() {
        Ran backedUp = done("backup", "copy");
        done("restore", "copy", "--data", "restored");

        assertThat(backedUp.out()).contains("Backed up to " + folder.resolve("copy") + ": ");
        assertThat(onFolder("restored").run("user", "list").out()).startsWith("ada\tada@example.com\t");
    }

    @Test
    void anExportIsImportedWhole() {
        done("session", "open", "ada", "--version", "6.4.0", "--lease", "24h");
        Ran exported = done("export", "all.jsonl");
        Ran imported = new Shell(folder).run("import", "all.jsonl", "--data", "imported");

        assertThat(exported.out()).matches("Exported to \\S+all.jsonl: \\d+ lines, .*\n");
        assertThat(imported.status()).as(imported.err()).isZero();
        assertThat(imported.out())
                .contains(
                        ": 1 accounts, 1 users, 0 apps, ",
                        " 1 presences, 1 events, 0 readings, 0 passwords, 0 grants, 0 subscriptions.");
        assertThat(onFolder("imported").run("user", "show", "ada").out())
                .isEqualTo(done("user", "show", "ada").out());
        assertThat(folder.resolve("all.jsonl.part")).doesNotExist();
    }

    @Test
    void anExportToStandardOutputIsTheFile() {
        String lines = done("export").out();

        assertThat(lines.lines().findFirst().orElse("")).startsWith("{\"archive\":{\"format\":1,");
        assertThat(lines)
                .contains("{\"user\":{\"account\":\"default\",\"id\":\"ada\"")
                .endsWith("\"}}\n");
    }

    @Test
    void anExportIsForItsOwnerOnly() throws IOException {
        done("export", "all.jsonl");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("all.jsonl"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anExportThatWasCutIsNotImported() throws IOException {
        done("export", "all.jsonl");
        List<String> lines = Files.readAllLines(folder.resolve("all.jsonl"));
        Files.write(folder.resolve("cut.jsonl"), lines.subList(0, lines.size() - 1));

        Ran imported = new Shell(folder).run("import", "cut.jsonl", "--data", "imported");

        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.err())
                .isEqualTo(folder.resolve("cut.jsonl") + ": Line " + lines.size()
                        + ": the file was cut: its end is missing. Nothing was imported.\n");
        assertThat(folder.resolve("imported")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "user list", "user list --json"})
    void whatCannotBeWrittenIsAFailure(String line) {
        Ran ran = another(folder).onAFullDisk().run(line.split(" "));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("Cannot write to standard output: is the disk full, or the pipe closed?\n");
    }

    final Ran done(String... arguments) {
        Ran ran = shell.run(arguments);
        assertThat(ran.status())
                .as(String.join(" ", arguments) + ": " + ran.err())
                .isZero();
        return ran;
    }

    private Shell onFolder(String data) {
        return new Shell(folder).with("PORCHLIGHT_DATA", data);
    }

    static JsonNode json(Ran ran) {
        try {
            return JSON.readTree(ran.out());
        } catch (JsonProcessingException e) {
            throw new AssertionError(ran.out(), e);
        }
    }
}
