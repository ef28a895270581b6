package dev.porchlight.cli.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Secrets that are typed, unseen, or piped: never an argument, which everybody on the machine can read. */
public final class Typed {
    private Typed() {}

    /**
     * A secret; on a terminal it is asked for twice.
     *
     * @param what such as {@code password of ada@example.com}
     * @throws Failure where there is none, or the two differ
     */
    public static String secret(Surroundings surroundings, String what) {
        @SuppressWarnings("SystemConsoleNull") // Null where there is no terminal, by jdk.console=java.base.
        Console console = surroundings.errIsTerminal() ? System.console() : null;
        if (console == null || !console.isTerminal()) {
            return line(surroundings, what);
        }
        String first = read(console, "New " + what + ": ");
        if (!first.equals(read(console, "Again: "))) {
            throw new Failure("The two differ. Nothing was changed.", "Try again.");
        }
        return first;
    }

    private static String read(Console console, String prompt) {
        char[] typed = console.readPassword("%s", prompt);
        if (typed == null || typed.length == 0) {
            throw nothing();
        }
        return new String(typed);
    }

    private static String line(Surroundings surroundings, String what) {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
            String line = in.readLine();
            if (line == null || line.isEmpty()) {
                throw nothing();
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the " + what, e);
        }
    }

    private static Failure nothing() {
        return new Failure("No password was given. Nothing was changed.", "Type it, or pipe it in as one line.");
    }
}
