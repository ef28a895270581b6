package dev.porchlight.cli;

import dev.porchlight.cli.terminal.Surroundings;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code porchlight completion}: lets a shell complete commands and options. */
@Command(
        name = "completion",
        description = "Print a script with which a shell completes commands, options and statuses.",
        footer = {
            "  source <(porchlight completion bash)",
            "  porchlight completion bash > /etc/bash_completion.d/porchlight"
        })
final class Completion implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Supplier<CommandLine> commands;

    /** One script is for both, but for a first line. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.bash;

    Completion(Surroundings surroundings, Supplier<CommandLine> commands) {
        this.surroundings = surroundings;
        this.commands = commands;
    }

    @Override
    public Integer call() {
        if (shell == Shell.zsh) {
            surroundings.out().println("#compdef porchlight");
        }
        surroundings.out().print(AutoComplete.bash("porchlight", commands.get()));
        return 0;
    }
}
