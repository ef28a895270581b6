package dev.porchlight.cli;

import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.cli.terminal.Terminals;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/** The {@code porchlight} command as a process: hands over what the process has, and ends with the exit status. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        SignalStop stop = new SignalStop();
        Surroundings surroundings = new Surroundings(
                System.getProperty("porchlight.command", "porchlight"),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Terminals.is(Terminals.OUT),
                Terminals.is(Terminals.ERR),
                InstantSource.system(),
                stop);
        int status = Commands.run(surroundings, arguments);
        stop.disarm();
        System.exit(status);
    }
}
