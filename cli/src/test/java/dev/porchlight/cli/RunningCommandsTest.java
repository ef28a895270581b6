package dev.porchlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands on the folder of a running server: they speak to it as its operator. */
class RunningCommandsTest extends CommandsContract {
    private @Nullable Porchlight server;

    @Override
    Shell shell(Path home) {
        server = Porchlight.start(Settings.defaults().withPort(0).withData(home.resolve("porchlight-data")));
        return new Shell(home);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void accountsDoNotSeeEachOther() {
        done("account", "add", "acme", "--name", "Acme Corporation");
        done("user", "add", "bo@example.org", "--account", "acme");

        assertThat(done("account", "list").out()).contains("acme\tAcme Corporation\t", "default\t");
        assertThat(done("user", "list", "--account", "acme").out())
                .contains("bo@example.org")
                .doesNotContain("ada");
        assertThat(done("user", "list").out()).doesNotContain("bo@example.org");
    }

    @Test
    void anEmptyListSaysWhatToDoAndPrintsNothing() {
        var apps = done("app", "list");

        assertThat(apps.out()).isEmpty();
        assertThat(apps.err()).contains("porchlight app add");
    }
}
