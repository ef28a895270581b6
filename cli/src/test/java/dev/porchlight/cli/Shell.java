package dev.porchlight.cli;

import dev.porchlight.cli.terminal.Closing;
import dev.porchlight.cli.terminal.Stop;
import dev.porchlight.cli.terminal.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine;

/** Runs commands in this process as a shell would: its own folder, variables and streams. */
public final class Shell {
    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();
    private boolean terminal;
    private String typed = "";
    private boolean full;
    private Consumer<String> whileItRuns = out -> {};
    private List<String> says = List.of();
    private Runnable meanwhile = () -> {};

    public Shell(Path folder) {
        this.folder = folder;
    }

    /** What a command left behind. */
    public record Ran(int status, String out, String err) {}

    public Shell with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** What is piped into the next commands. */
    public Shell typing(String text) {
        typed = text;
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

    /** Once a command that waits to be stopped has said the first, does the task, and stops the command when it says the last. */
    Shell untilItSays(String first, Runnable task, String last) {
        says = List.of(first, last);
        meanwhile = task;
        return this;
    }

    /** All commands. */
    CommandLine tree() {
        return Commands.tree(surroundings(new Heard(), new ByteArrayOutputStream()));
    }

    public Ran run(String... arguments) {
        Heard out = new Heard();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Commands.run(surroundings(out, err), arguments);
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Surroundings surroundings(Heard out, ByteArrayOutputStream err) {
        return new Surroundings(
                "porchlight",
                variables,
                folder,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
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
                        if (!says.isEmpty()) {
                            hear(out, says.getFirst());
                            meanwhile.run();
                            hear(out, says.getLast());
                        }
                        whileItRuns.accept(out.toString(StandardCharsets.UTF_8));
                        closing.close();
                    }
                });
    }

    /** Waits until it was said, or until the command is interrupted; the test's timeout is its patience. */
    private static void hear(Heard out, String text) {
        try {
            out.await(text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Output that can be waited for. */
    private static final class Heard extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            notifyAll();
        }

        synchronized void await(String text) throws InterruptedException {
            while (!toString(StandardCharsets.UTF_8).contains(text)) {
                wait();
            }
        }
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
