package dev.porchlight.cli.folder;

import dev.porchlight.cli.remote.Finder;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.setting.TargetOptions;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Progress;
import dev.porchlight.cli.terminal.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code porchlight export}: everything as lines of JSON. */
@Command(
        name = "export",
        description = {
            "Write everything that the server keeps, all as of one moment, as lines of JSON.",
            "Accounts, users, apps, tokens and secrets (hashed), presences, history.",
            "A file is there only when it is whole; its last line lets import notice a change."
        },
        footer = {
            "  porchlight export everything.jsonl",
            "  porchlight export | gzip > everything.jsonl.gz",
            "  porchlight export | jq -c 'select(.user).user.email'"
        })
public final class Export implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file to write; standard output without it.")
    private @Nullable String file;

    @Mixin
    private TargetOptions target = new TargetOptions();

    public Export(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        try (Remote server = new Finder(surroundings).existing(target);
                InputStream lines = server.to("export").stream("/v1/operator/export")) {
            if (file == null) {
                copy(lines, surroundings.out());
                surroundings.out().flush();
            } else {
                toFile(lines, surroundings.folder().resolve(file).normalize());
            }
        }
        return 0;
    }

    private void toFile(InputStream lines, Path path) throws IOException {
        Path draft = path.resolveSibling(path.getFileName() + ".part");
        try {
            Lines written;
            try (OutputStream out = OwnerOnly.create(draft)) {
                written = copy(lines, out);
            }
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
            surroundings
                    .out()
                    .println("Exported to " + path + ": " + written.count() + " lines, "
                            + Progress.size(written.bytes()) + ".");
        } catch (IOException e) {
            throw new Failure("Cannot write " + path + ": " + e + ".", "Is there room, and may you write there?");
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Lines copy(InputStream from, OutputStream to) throws IOException {
        Lines lines = new Lines();
        try (Progress progress = new Progress(surroundings, "Exporting")) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = read(from, buffer); read >= 0; read = read(from, buffer)) {
                to.write(buffer, 0, read);
                if (to instanceof PrintStream out && out.checkError()) {
                    throw new Failure("Cannot write to standard output: is the disk full, or the pipe closed?", "");
                }
                lines.add(buffer, read);
                progress.at(lines.count(), lines.bytes());
            }
        }
        if (!lines.endWithTheEnd()) {
            throw cut("its end is missing");
        }
        return lines;
    }

    private static int read(InputStream from, byte[] buffer) {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            throw cut(String.valueOf(e.getMessage()));
        }
    }

    private static Failure cut(String why) {
        return new Failure("The export was cut: " + why + ".", "Look at the server's log, and try again.");
    }
}
