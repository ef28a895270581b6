package dev.porchlight.cli;

import dev.porchlight.cli.setting.Config;
import dev.porchlight.cli.setting.Nearest;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Surroundings;
import java.io.PrintStream;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, in a line or two on standard error. */
record Mistakes(Surroundings surroundings, Config config) {

    /** The command line cannot be understood. */
    int misused(ParameterException e, String... arguments) {
        CommandLine command = e.getCommandLine();
        PrintStream err = surroundings.err();
        String name = command.getCommandSpec().qualifiedName();
        if (e.getMessage() != null && e.getMessage().startsWith("Missing required subcommand")) {
            command.usage(command.getErr());
            return Commands.MISUSED;
        }
        err.println(config.origin(e).map(origin -> origin + ": ").orElse("") + message(e));
        err.println("See: " + name + " --help");
        return Commands.MISUSED;
    }

    private static String message(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(e.getMessage());
        }
        CommandLine command = e.getCommandLine();
        String word = unmatched.getUnmatched().getFirst();
        boolean option = word.startsWith("-");
        Set<String> known = option
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
        String kind = option ? "option" : known.isEmpty() ? "argument" : "command";
        String meant = Nearest.to(word, known)
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
        String choice = meant.isEmpty() && kind.equals("command")
                ? " (expected: " + known.stream().collect(Collectors.joining(", ")) + ")"
                : "";
        return "Unknown " + kind + ": " + word + choice + "." + meant;
    }

    /** The command could not do what it should. */
    int failed(Exception e) {
        if (e instanceof Failure failure) {
            print(failure, surroundings);
            return failure.status();
        } else {
            surroundings.err().println("Unexpected: " + e);
            if (surroundings.variables().containsKey("PORCHLIGHT_TRACE")) {
                e.printStackTrace(surroundings.err());
            } else {
                surroundings.err().println("That is a mistake in Porchlight. PORCHLIGHT_TRACE=1 shows where.");
            }
        }
        return Commands.FAILED;
    }

    static void print(Failure failure, Surroundings surroundings) {
        surroundings.err().println(failure.what());
        if (!failure.next().isEmpty()) {
            surroundings.err().println(failure.next());
        }
    }
}
