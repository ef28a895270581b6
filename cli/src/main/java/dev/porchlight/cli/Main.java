package dev.porchlight.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code porchlight} command: reads its arguments, and ends the process with the command's exit code. */
@Command(
        name = "porchlight",
        description = "A presence server that speaks Zoom's presence-status API.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {CommandLine.HelpCommand.class, Version.class})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
