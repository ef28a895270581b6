package dev.porchlight.acceptance.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A real terminal, which a test looks at and types into. */
final class Tmux implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/tmux");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);
    private static final String PROMPT = "$";

    private final Path socket;

    /**
     * Opens one with a shell in it.
     *
     * @param folder for its socket, and where the shell starts
     */
    Tmux(Path folder, int columns, int lines) {
        this.socket = folder.resolve("tmux");
        run(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                "" + columns,
                "-y",
                "" + lines,
                "-c",
                folder.toString(),
                "env PS1='" + PROMPT + " ' sh");
        // What is typed before the shell reads stands before its prompt, and the screen never looks as expected.
        await(Tmux::isAtThePrompt);
    }

    /** Whether the shell waits for a line; tmux shows no blanks at the end of one. */
    static boolean isAtThePrompt(String screen) {
        return screen.stripTrailing().lines().reduce("", (before, line) -> line).equals(PROMPT);
    }

    /** Where it is missing, its tests are left out, except in continuous integration, where they fail. */
    static boolean isThere() {
        return Files.isExecutable(PROGRAM) || "true".equals(System.getenv("CI"));
    }

    /** Types a line, and Enter. */
    void type(String line) {
        run("send-keys", "-l", line);
        run("send-keys", "Enter");
    }

    /** Ctrl-C. */
    void interrupt() {
        run("send-keys", "C-c");
    }

    void resize(int columns, int lines) {
        run("resize-window", "-x", "" + columns, "-y", "" + lines);
    }

    /** What is on the screen, once it is as wanted. */
    String await(Predicate<String> wanted) {
        long start = System.nanoTime();
        String screen = screen();
        while (!wanted.test(screen)) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new AssertionError("the screen shows:\n" + screen);
            }
            // tmux has no way to tell of a change: a little while between two looks.
            run("run-shell", "-d", "0.1", "true");
            screen = screen();
        }
        return screen;
    }

    String screen() {
        return run("capture-pane", "-p");
    }

    /** With the colours, as escape sequences. */
    String colours() {
        return run("capture-pane", "-p", "-e");
    }

    @Override
    public void close() {
        run("kill-server");
    }

    private String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-u", "-S", socket.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
            return output;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
