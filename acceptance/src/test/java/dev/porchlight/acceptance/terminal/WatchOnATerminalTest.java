package dev.porchlight.acceptance.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.acceptance.docs.DemoProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** {@code status watch} in front of the demo, on a terminal of tmux. */
@Timeout(120)
@EnabledIf("dev.porchlight.acceptance.terminal.Tmux#isThere")
class WatchOnATerminalTest {
    private static final String LEILA = "Leila Haddad";

    @TempDir
    private Path folder;

    private DemoProcess demo;
    private Tmux tmux;

    @BeforeEach
    void open() throws IOException {
        demo = DemoProcess.start(Files.createDirectory(folder.resolve("demo")));
        new Program(folder).write(demo);
        tmux = new Tmux(folder, 100, 18);
        tmux.type("./porchlight status watch");
    }

    @AfterEach
    void close() {
        tmux.close();
        demo.close();
    }

    @Test
    void theTableIsCurrentCountsDownAndGivesTheTerminalBack() {
        String first = everybody();
        assertThat(first.lines().skip(2).filter(line -> !line.isBlank())).hasSize(12);
        assertThat(row(first, LEILA)).matches(" +Leila Haddad +Do_Not_Disturb +20\\S+Z +\\d+:\\d\\d");
        assertThat(row(first, "Ada Okafor")).contains("In_A_Zoom_Meeting");

        String changed = new Program(folder).run("status set Away --user ada@example.com");
        assertThat(changed).contains("Set the status of ada@example.com to Away.");
        String away = tmux.await(screen -> row(screen, "Ada Okafor").contains("Away"));
        assertThat(row(away, "Ada Okafor")).startsWith("●");
        String later = tmux.await(screen -> !row(screen, LEILA).equals(row(first, LEILA)));
        assertThat(row(later, LEILA)).contains("Do_Not_Disturb");

        tmux.interrupt();
        String after = tmux.await(screen -> Tmux.isAtThePrompt(screen) && !screen.contains(LEILA));
        assertThat(after).contains("./porchlight status watch");
    }

    @Test
    void aSmallerTerminalShowsFewerAndSaysSo() {
        everybody();
        tmux.resize(70, 8);

        String small = tmux.await(screen -> screen.contains("and 7 more: make the window taller."));
        assertThat(small.lines()).hasSizeLessThanOrEqualTo(8).allMatch(line -> line.length() <= 70);
    }

    @Test
    void aServerThatGoesAwayIsSaidSo() {
        everybody();
        demo.close();

        String without = tmux.await(screen -> screen.contains("not connected, trying again in"));
        assertThat(without).contains(LEILA);
    }

    private String everybody() {
        return tmux.await(screen -> screen.contains("12 users, live") && screen.contains(LEILA));
    }

    private static String row(String screen, String name) {
        return screen.lines().filter(line -> line.contains(name)).findFirst().orElse("");
    }
}
