package dev.porchlight.cli;

import dev.porchlight.cli.terminal.Closing;
import dev.porchlight.cli.terminal.Stop;
import dev.porchlight.cli.terminal.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine;

/** Runs commands in this process as a shell would: its own folder, variables and streams. */
public final class Shell {
    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();
    private boolean terminal;
    private boolean full;
    private Consumer<String> whileItRuns = out -> {};

    public Shell(Path folder) {
        this.folder = folder;
    }

    /** What a command left behind. */
    public record Ran(int status, String out, String err) {}

    public Shell with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    public Shell onATerminal() {
        terminal = true;
        return this;
    }

    /** Standard output goes to a disk that is full. */
    public Shell onAFullDisk() {
        full = true;
        return this;
    }

    /** What to do, given the output so far, once a command waits to be stopped; after that it is stopped. */
    public Shell whileItRuns(Consumer<String> task) {
        whileItRuns = task;
        return this;
    }

    /** All commands. */
    CommandLine tree() {
        return Commands.tree(surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream()));
    }

    public Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Commands.run(surroundings(out, err), arguments);
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Surroundings surroundings(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Surroundings(
                "porchlight",
                variables,
                folder,
                new PrintStream(full ? new FullDisk() : out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                terminal,
                InstantSource.system(),
                new Stop() {
                    private Closing closing = new Closing();

                    @Override
                    public void arm(Closing armed) {
                        closing = armed;
                    }

                    @Override
                    public void await() {
                        whileItRuns.accept(out.toString(StandardCharsets.UTF_8));
                        closing.close();
                    }
                });
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
