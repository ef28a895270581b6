package dev.porchlight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {
    @Test
    void everyScenarioHasACommand() {
        assertThat(Bench.commandLine().getSubcommands().keySet())
                .containsExactlyInAnyOrder(
                        "calibrate",
                        "put",
                        "get",
                        "start",
                        "memory",
                        "users",
                        "store",
                        "shared",
                        "shared-put",
                        "watch",
                        "peers",
                        "soak",
                        "extension",
                        "emulators",
                        "all");
    }

    @Test
    void theOptionsReachTheScenario() {
        CommandLine.ParseResult parsed = Bench.commandLine()
                .parseArgs("put", "--users", "7", "--rounds", "3", "--jvm", "-Xmx1g -XX:+UseG1GC", "--profile");
        PutCommand put = (PutCommand) parsed.subcommand().commandSpec().userObject();

        assertThat(put.users).isEqualTo(7);
        assertThat(put.profile).isTrue();
        assertThat(put.setup.rounds).isEqualTo(3);
        assertThat(put.setup.jvm).containsExactly("-Xmx1g", "-XX:+UseG1GC");
    }

    @Test
    void anUnknownOptionIsRefusedWithTheUsage() {
        StringWriter said = new StringWriter();

        int exit = Bench.commandLine().setErr(new PrintWriter(said)).execute("put", "--speed", "9");

        assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString()).contains("Unknown options: '--speed', '9'", "--rounds");
    }
}
