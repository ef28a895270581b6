package dev.porchlight.cli.profile;

import dev.porchlight.cli.terminal.Surroundings;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Shows somebody a page: prints its address, and opens it where there is a browser. */
record Browser(Surroundings surroundings) {
    private static final String VARIABLE = "BROWSER";

    void show(URI page) {
        surroundings.err().println("Open this page in a browser, and sign in:\n\n  " + page + "\n");
        String program = surroundings.variables().getOrDefault(VARIABLE, "");
        if (!program.isEmpty()) {
            start(program, page);
        } else if (surroundings.errIsTerminal()) {
            start(
                    System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "open" : "xdg-open",
                    page);
        }
    }

    private static void start(String program, URI page) {
        File nowhere = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
        try {
            new ProcessBuilder(List.of(program, page.toString()))
                    .redirectInput(nowhere)
                    .redirectOutput(nowhere)
                    .redirectError(nowhere)
                    .start();
        } catch (IOException e) {
            // The address was printed: a browser that cannot be started from here can be started by hand.
            return;
        }
    }
}
