package dev.porchlight.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.server.Settings;
import dev.porchlight.server.SharedSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class SharedOptionsTest {

    @Test
    void withoutThemTheStoreIsAFolder() {
        assertThat(read().on()).isFalse();
    }

    @Test
    void allOfASharedStoreCanBeSaid() {
        assertThat(read(
                        "--store",
                        "valkey",
                        "--valkey",
                        "rediss://me:secret@a:6379,rediss://me:secret@b:6379",
                        "--valkey-prefix",
                        "team-a",
                        "--replicas-acknowledge",
                        "1",
                        "--store-wait",
                        "8s"))
                .isEqualTo(new SharedSettings(
                        List.of("rediss://me:secret@a:6379", "rediss://me:secret@b:6379"),
                        "team-a",
                        1,
                        Duration.ofSeconds(8),
                        null));
    }

    @Test
    void whatDoesNotFitTogetherIsSaidWithTheNextStep() {
        assertThatThrownBy(() -> read("--store", "valkey"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--valkey redis://127.0.0.1:6379");
        assertThatThrownBy(() -> read("--valkey", "redis://a"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Add --store valkey");
        assertThatThrownBy(() -> read("--store", "valkey", "--valkey", "redis://a", "--store-wait", "5m"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--store-wait: 5m (expected: 100 ms to 1m)");
    }

    @Test
    void anAddressOfAnotherFormIsRefusedWithoutRepeatingItsPassword() {
        assertThatThrownBy(() -> read("--store", "valkey", "--valkey", "http://me:secret@a"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("redis://host:port")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void aPrefixThatWouldBeAHashTagIsRefused() {
        assertThatThrownBy(() -> read("--store", "valkey", "--valkey", "redis://a", "--valkey-prefix", "{x}"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("letters, digits");
    }

    @Test
    void settingsDoNotPrintPasswords() {
        assertThat(read("--store", "valkey", "--valkey", "redis://me:secret@a").toString())
                .doesNotContain("secret");
    }

    private static SharedSettings read(String... arguments) {
        SharedOptions options = new SharedOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("shared", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .parseArgs(arguments);
        return options.on(Settings.defaults()).shared();
    }
}
