package dev.porchlight.acceptance.terminal;

import dev.porchlight.acceptance.docs.DemoProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the picture of {@code status watch} in docs/images. Not run by {@code ./check}; CONTRIBUTING has the command. */
class TerminalPicture {
    private static final int COLUMNS = 74;

    @Test
    void take(@TempDir Path folder) throws IOException {
        try (DemoProcess demo = DemoProcess.start(Files.createDirectory(folder.resolve("demo")));
                Tmux tmux = new Tmux(folder, COLUMNS, 15)) {
            Program program = new Program(folder);
            program.write(demo);
            tmux.type("./porchlight status watch");
            tmux.await(screen -> screen.contains("12 users, live") && screen.contains("Leila"));
            program.run("status set Away --user ada@example.com");
            tmux.await(screen ->
                    screen.lines().anyMatch(line -> line.startsWith("● Ada Okafor") && line.contains("Away")));
            String picture = Svg.of(
                    tmux.colours().replace(demo.url(), "http://127.0.0.1:8484"),
                    COLUMNS,
                    "porchlight status watch: twelve people with their statuses, since when, and the time that is left");
            Files.writeString(Path.of("..", "docs", "images", "status-watch.svg"), picture);
        }
    }
}
