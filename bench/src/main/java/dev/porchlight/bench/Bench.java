package dev.porchlight.bench;

import dev.porchlight.bench.shared.SharedCommand;
import dev.porchlight.bench.store.StoreBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code porchlight-bench} command: Porchlight's figures beside those of a bare server, in one run. */
@Command(
        name = "porchlight-bench",
        description = "Measures Porchlight beside a bare Vert.x server, on this machine, in turns.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CalibrateCommand.class,
            PutCommand.class,
            GetCommand.class,
            StartCommand.class,
            MemoryCommand.class,
            UsersCommand.class,
            StoreBench.class,
            SharedCommand.class,
            SharedPutCommand.class,
            WatchCommand.class,
            PeersCommand.class,
            SoakCommand.class,
            ExtensionCommand.class,
            EmulatorsCommand.class,
            AllCommand.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setExecutionExceptionHandler((problem, command, parsed) -> {
            if (!(problem instanceof IllegalStateException)) {
                throw problem;
            }
            command.getErr().println(problem.getMessage());
            return 1;
        });
    }
}
