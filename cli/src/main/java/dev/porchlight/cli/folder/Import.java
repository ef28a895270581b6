package dev.porchlight.cli.folder;

import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Progress;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.server.Offline;
import dev.porchlight.server.StartException;
import dev.porchlight.server.archive.Counts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code porchlight import}: a folder from an export. */
@Command(
        name = "import",
        description = {
            "Make a folder of an export.",
            "A file that was cut or changed is refused as a whole, with the line.",
            "The folder must be new or empty, and no server may run on it. Tokens and secrets go on working."
        },
        footer = {
            "  porchlight import everything.jsonl --data ./porchlight-data",
            "  porchlight serve --data ./porchlight-data"
        })
public final class Import implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The file that an export wrote.")
    private String file = "";

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The folder to make.")
    private String data = "";

    public Import(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path from = surroundings.folder().resolve(file).normalize();
        Path to = surroundings.folder().resolve(data).normalize();
        if (!Files.isReadable(from) || Files.isDirectory(from)) {
            throw new Failure("Cannot read " + from + " (expected: a file that export wrote).", "");
        }
        try (Progress progress = new Progress(surroundings, "Importing")) {
            Counts counts = Offline.load(from, to, line -> progress.at(line, 0));
            surroundings.out().println("Imported into " + to + ": " + counts + ". That is all that the file holds.");
        } catch (StartException e) {
            throw new Failure(String.valueOf(e.getMessage()), "");
        }
        surroundings.out().println("Start a server on it with: " + surroundings.command() + " serve --data " + to);
        return 0;
    }
}
