package dev.porchlight.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.NoStop;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.server.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class ConfigTest {
    @TempDir
    private Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @Command(name = "server")
    private static final class Server {
        @Mixin
        private ListenOptions listen = new ListenOptions();

        @Mixin
        private FolderOptions folder = new FolderOptions();

        @Mixin
        private RuleOptions rules = new RuleOptions();
    }

    @Test
    void withoutAnySourceTheDefaultHolds() {
        assertThat(settings()).isEqualTo(Settings.defaults().withData(folder.resolve("porchlight-data")));
    }

    @Test
    void theFileGoesBeforeTheDefault() throws IOException {
        file("port=1\nhost=::1\n");

        assertThat(settings().port()).isEqualTo(1);
        assertThat(settings().host()).isEqualTo("::1");
    }

    @Test
    void aVariableGoesBeforeTheFile() throws IOException {
        file("port=1\nhistory=1d\n");
        variables.put("PORCHLIGHT_PORT", "2");

        assertThat(settings().port()).isEqualTo(2);
        assertThat(settings().historyRetention()).hasDays(1);
    }

    @Test
    void anOptionGoesBeforeAVariable() throws IOException {
        file("port=1\n");
        variables.put("PORCHLIGHT_PORT", "2");

        assertThat(settings("--port", "3").port()).isEqualTo(3);
    }

    @Test
    void anEmptyVariableIsNone() {
        variables.put("PORCHLIGHT_PORT", "");

        assertThat(settings().port()).isEqualTo(8484);
    }

    @Test
    void everySettingCanComeFromAVariable() {
        variables.putAll(Map.of(
                "PORCHLIGHT_HOST", "127.0.0.2",
                "PORCHLIGHT_ADMIN_TOKEN", "secret",
                "PORCHLIGHT_DATA", "/d",
                "PORCHLIGHT_HISTORY", "2h",
                "PORCHLIGHT_EVENT_LOOPS", "7",
                "PORCHLIGHT_DRAIN", "3s",
                "PORCHLIGHT_UPDATE_WINDOW", "0s",
                "PORCHLIGHT_BUSY_LASTS", "never",
                "PORCHLIGHT_OUT_OF_OFFICE_LASTS", "9h",
                "PORCHLIGHT_STATUS_SPELLING", "documented"));
        Settings found = settings();

        assertThat(found.toString())
                .isEqualTo(Settings.defaults()
                        .withHost("127.0.0.2")
                        .withAdminToken("secret")
                        .withData(Path.of("/d"))
                        .withHistoryRetention(java.time.Duration.ofHours(2))
                        .withEventLoops(7)
                        .withDrain(java.time.Duration.ofSeconds(3))
                        .withUpdateWindow(java.time.Duration.ZERO)
                        .withBusyLasts(null)
                        .withOutOfOfficeLasts(java.time.Duration.ofHours(9))
                        .withStatusSpelling(dev.porchlight.server.names.StatusSpelling.DOCUMENTED)
                        .toString());
    }

    @Test
    void theFileCanBeNamedByOptionOrVariable() throws IOException {
        Files.writeString(folder.resolve("a.conf"), "port=5\n");
        Files.writeString(folder.resolve("b.conf"), "port=6\n");
        file("port=1\n");
        variables.put("PORCHLIGHT_CONFIG", "a.conf");

        assertThat(settings().port()).isEqualTo(5);
        assertThat(settings("--config", "b.conf").port()).isEqualTo(6);
        assertThat(settings("--config=b.conf").port()).isEqualTo(6);
    }

    @Test
    void anUnknownKeyNamesTheNearest() throws IOException {
        file("prot=1\n");

        assertThatThrownBy(this::settings)
                .isInstanceOf(Failure.class)
                .hasMessage("Unknown key in the settings file " + folder.resolve("porchlight.properties") + ": prot.")
                .extracting(e -> ((Failure) e).next())
                .isEqualTo("Did you mean port?");
    }

    @Test
    void aKeyLikeNoOtherGetsTheWholeList() throws IOException {
        file("webhooks.enabled=true\n");

        assertThatThrownBy(this::settings)
                .extracting(e -> ((Failure) e).next())
                .asString()
                .startsWith("Known keys: host, port, admin-token, data, ");
    }

    @Test
    void aNamedFileMustBeThere() {
        assertThatThrownBy(() -> settings("--config", "none.conf"))
                .hasMessage(
                        "Cannot read the settings file " + folder.resolve("none.conf") + ": there is no such file.");
    }

    @Test
    void aFileThatIsNotTextIsRefused() throws IOException {
        Files.write(folder.resolve("porchlight.properties"), "host=Zoë".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(this::settings).hasMessageEndingWith(": it is not UTF-8.");
    }

    @Test
    void aBadValueNamesItsSource() throws IOException {
        file("port=many\n");
        CommandLine command = new CommandLine(new Server());
        Config config = install(command);

        assertThatThrownBy(command::parseArgs)
                .isInstanceOfSatisfying(
                        ParameterException.class,
                        e -> assertThat(config.origin(e))
                                .contains("port in " + folder.resolve("porchlight.properties")));

        variables.put("PORCHLIGHT_PORT", "more");
        assertThatThrownBy(command::parseArgs)
                .isInstanceOfSatisfying(
                        ParameterException.class,
                        e -> assertThat(config.origin(e)).contains("PORCHLIGHT_PORT"));
        assertThatThrownBy(() -> command.parseArgs("--port", "x"))
                .isInstanceOfSatisfying(
                        ParameterException.class,
                        e -> assertThat(config.origin(e)).isEmpty());
    }

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve("porchlight.properties"), text);
    }

    private Config install(CommandLine command, String... arguments) {
        Surroundings surroundings = new Surroundings(
                "porchlight",
                variables,
                folder,
                InputStream.nullInputStream(),
                System.out,
                System.err,
                false,
                false,
                InstantSource.system(),
                new NoStop());
        return Config.install(command, surroundings, arguments);
    }

    private Settings settings(String... arguments) {
        Server server = new Server();
        CommandLine command = new CommandLine(server);
        command.getCommandSpec().addOption(Config.option());
        install(command, arguments);
        command.parseArgs(arguments);
        return server.rules.on(server.folder.on(server.listen.on(Settings.defaults()), folder));
    }
}
