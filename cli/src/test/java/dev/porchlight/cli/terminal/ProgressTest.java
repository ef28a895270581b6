package dev.porchlight.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Instant.EPOCH;

    @Test
    void aPersonSeesOneLineThatGoesAwayAtTheEnd() {
        try (Progress progress = new Progress(surroundings(true), "Exporting")) {
            progress.at(1_234, 5_000_000);
            now = now.plus(Duration.ofMillis(50));
            progress.at(1_300, 5_100_000);
            now = now.plus(Duration.ofSeconds(1));
            progress.at(2_000, 0);
        }

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\rExporting: 1,234 lines, 4.8 MiB\u001b[K\rExporting: 2,000 lines\u001b[K\r\u001b[K");
    }

    @Test
    void aScriptSeesNothing() {
        try (Progress progress = new Progress(surroundings(false), "Exporting")) {
            progress.at(1_234, 5_000_000);
        }

        assertThat(err.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 bytes", "1023, 1023 bytes", "1024, 1.0 KiB", "1048576, 1.0 MiB", "5368709120, 5.0 GiB"})
    void bytesAreShownAsPeopleReadThem(long bytes, String expected) {
        assertThat(Progress.size(bytes)).isEqualTo(expected);
    }

    private Surroundings surroundings(boolean terminal) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Surroundings(
                "porchlight",
                Map.of(),
                Path.of(""),
                InputStream.nullInputStream(),
                System.out,
                stream,
                terminal,
                terminal,
                () -> now,
                new NoStop());
    }
}
