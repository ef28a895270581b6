package dev.porchlight.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * Where a command runs: all that it takes from the process, so that tests can hand in another.
 *
 * @param command how the user calls this program, for lines that can be pasted
 * @param variables of the environment
 * @param folder that relative paths start from
 * @param in where somebody types, or a script pipes something
 * @param outIsTerminal whether a person reads {@code out}; else a script does
 * @param errIsTerminal the same for {@code err}
 */
public record Surroundings(
        String command,
        Map<String, String> variables,
        Path folder,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        InstantSource clock,
        Stop stop) {

    /** Colour is for people who have not said no (no-color.org). */
    public boolean colour() {
        return outIsTerminal && variables.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
