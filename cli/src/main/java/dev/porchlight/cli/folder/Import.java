package dev.porchlight.cli.folder;

import dev.porchlight.cli.setting.SharedOptions;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Progress;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.server.Offline;
import dev.porchlight.server.SharedSettings;
import dev.porchlight.server.StartException;
import dev.porchlight.server.archive.Counts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code porchlight import}: a folder from an export. */
@Command(
        name = "import",
        description = {
            "Make a folder of an export, or fill a shared store with it.",
            "A file that was cut or changed is refused as a whole, with the line.",
            "The folder or store must be new or empty, and no server may run on it. Tokens and secrets go on working."
        },
        footer = {
            "  porchlight import everything.jsonl --data ./porchlight-data",
            "  porchlight serve --data ./porchlight-data",
            "  porchlight import everything.jsonl --store valkey --valkey redis://127.0.0.1:6379"
        })
public final class Import implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The file that an export wrote.")
    private String file = "";

    @Option(names = "--data", paramLabel = "DIR", description = "The folder to make.")
    private @Nullable String data;

    @Mixin
    private SharedOptions shared = new SharedOptions();

    public Import(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SharedSettings store = shared.shared();
        if (store.on() == (data != null)) {
            throw new Failure(
                    "Where to? Give --data DIR for a folder, or --store valkey --valkey URI for a shared store.", "");
        }
        Path from = surroundings.folder().resolve(file).normalize();
        if (!Files.isReadable(from) || Files.isDirectory(from)) {
            throw new Failure("Cannot read " + from + " (expected: a file that export wrote).", "");
        }
        if (data == null) {
            intoShared(from, store);
        } else {
            intoFolder(from, surroundings.folder().resolve(data).normalize());
        }
        return 0;
    }

    private void intoFolder(Path from, Path to) {
        load(to.toString(), progress -> Offline.load(from, to, progress));
        surroundings.out().println("Start a server on it with: " + surroundings.command() + " serve --data " + to);
    }

    private void intoShared(Path from, SharedSettings store) {
        load("the shared store", progress -> Offline.load(from, store, progress));
        surroundings
                .out()
                .println("Start nodes on it with: " + surroundings.command() + " serve --store valkey --valkey URI");
    }

    private void load(String to, Function<LongConsumer, Counts> loading) {
        try (Progress progress = new Progress(surroundings, "Importing")) {
            Counts counts = loading.apply(line -> progress.at(line, 0));
            surroundings.out().println("Imported into " + to + ": " + counts + ". That is all that the file holds.");
        } catch (StartException e) {
            throw new Failure(String.valueOf(e.getMessage()), "");
        }
    }
}
