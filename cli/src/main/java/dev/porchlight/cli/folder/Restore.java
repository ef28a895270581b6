package dev.porchlight.cli.folder;

import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.server.Offline;
import dev.porchlight.server.StartException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code porchlight restore}: a folder from a backup. */
@Command(
        name = "restore",
        description = {
            "Make a folder of a backup.",
            "Every file is checked; of a damaged backup nothing is restored.",
            "The folder must be new or empty, and no server may run on it."
        },
        footer = {
            "  porchlight restore /backups/porchlight-2026-03-27 --data ./porchlight-data",
            "  porchlight serve --data ./porchlight-data"
        })
public final class Restore implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "BACKUP", description = "The folder that a backup made.")
    private String backup = "";

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The folder to make.")
    private String data = "";

    public Restore(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path from = surroundings.folder().resolve(backup).normalize();
        Path to = surroundings.folder().resolve(data).normalize();
        try {
            Offline.restore(from, to);
        } catch (StartException e) {
            throw new Failure(String.valueOf(e.getMessage()), "");
        }
        surroundings.out().println("Restored " + from + " into " + to + ".");
        surroundings.out().println("Start a server on it with: " + surroundings.command() + " serve --data " + to);
        return 0;
    }
}
