package dev.porchlight.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.Settings;
import dev.porchlight.server.rate.Plan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class RateOptionsTest {
    @Command(name = "server")
    private static final class Server {
        @Mixin
        private RateOptions rates = new RateOptions();
    }

    @ParameterizedTest
    @CsvSource({
        "'', NONE",
        "--plan none, NONE",
        "--profile zoom, PRO",
        "--plan free, FREE",
        "--profile zoom --plan free, FREE",
        "--profile zoom --plan business, BUSINESS"
    })
    void thePlanIsTheOneThatIsNamedOrElseTheProfiles(String line, Plan expected) {
        Server server = new Server();
        new CommandLine(server).parseArgs(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(server.rates.on(Settings.defaults()).rates().plan()).isEqualTo(expected);
    }
}
