package dev.porchlight.bench;

import dev.porchlight.bench.emulators.Comparison;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares emulators. */
@Command(
        name = "emulators",
        description = "Porchlight's emulator beside Prism, Mockoon and WireMock: start, PUTs a second, memory, and what"
                + " each can do, tried. Installs the others with npm and Maven.",
        mixinStandardHelpOptions = true)
final class EmulatorsCommand implements Callable<Integer> {
    @Mixin
    final Setup setup = new Setup();

    @Option(names = "--tools", description = "Where the others are installed, once (default: ${DEFAULT-VALUE}).")
    Path tools = Path.of(System.getProperty("user.home"), ".cache", "porchlight-bench");

    @Override
    public Integer call() throws Exception {
        return setup.compare((home, work) ->
                new Comparison(home, work, tools.toAbsolutePath(), Duration.ofSeconds(setup.seconds)).table());
    }
}
