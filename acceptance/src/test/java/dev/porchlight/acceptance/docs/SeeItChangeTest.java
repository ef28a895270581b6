package dev.porchlight.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The README's {@code curl -N} shows the change that its next command makes, within a second. */
class SeeItChangeTest {
    private static final Path README = Path.of("../README.md");
    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void aChangeIsSeenWithinASecond() throws Exception {
        try (DemoProcess demo = DemoProcess.start(folder)) {
            Example watch = Example.watching(README).getFirst().at(demo.url());
            Example change = Example.in(README).stream()
                    .filter(example -> example.command().contains("status=Presenting"))
                    .findFirst()
                    .orElseThrow()
                    .at(demo.url());
            Process watching = shell(watch, demo.tokens());
            try (BufferedReader lines = watching.inputReader(StandardCharsets.UTF_8)) {
                String first = data(lines);
                watch.shown().hold(first);

                assertThat(shell(change, demo.tokens()).waitFor()).isZero();
                long acknowledged = System.nanoTime();
                String second = data(lines);

                assertThat(Duration.ofNanos(System.nanoTime() - acknowledged)).isLessThan(SOON);
                assertThat(second).contains("\"user\":\"kofi\"", "\"status\":\"Presenting\"");
            } finally {
                watching.destroy();
            }
        }
    }

    private static String data(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }

    private Process shell(Example example, Map<String, String> tokens) throws IOException {
        // curl itself, so that it ends when the process is told to.
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", "exec " + example.command())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        shell.environment().putAll(tokens);
        shell.environment().put("NO_PROXY", "127.0.0.1");
        return shell.start();
    }
}
