package dev.porchlight.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResultTest {
    private static final String OUTPUT = """
            Running 10s test @ http://127.0.0.1:8484
              1 threads and 64 connections
            result requests=1000 micros=500000 p50=1500 p99=7250 max=9000 refused=10 broken=2
            """;

    @Test
    void theScriptsLineIsReadOutOfWhatWrkSays() {
        assertThat(Result.parse(OUTPUT))
                .isEqualTo(new Result(
                        1000, Duration.ofMillis(500), Duration.ofNanos(1_500_000), Duration.ofNanos(7_250_000), 10, 2));
    }

    @Test
    void refusedRequestsDoNotCountIntoTheRate() {
        assertThat(Result.parse(OUTPUT).rate()).isEqualTo(1980);
    }

    @Test
    void outputWithoutTheLineIsShown() {
        assertThatThrownBy(() -> Result.parse("unable to connect")).hasMessageContaining("unable to connect");
    }
}
