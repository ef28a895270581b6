package dev.porchlight.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.client.problem.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-27T04:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                             | 2026-03-27T04:00:00Z
            43                            | 2026-03-27T04:00:43Z
            ' 43 '                        | 2026-03-27T04:00:43Z
            Fri, 27 Mar 2026 04:00:43 GMT | 2026-03-27T04:00:43Z
            2026-03-27T04:00:43Z          | 2026-03-27T04:00:43Z
            2020-05-31T00:00:00Z          | 2026-03-27T04:00:00Z
            """)
    void allThreeFormsAreRead(String text, Instant at) {
        assertThat(of(Map.of("retry-after", List.of(text)))).contains(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-1", "1.5", "99999999999999999999", "Fri, 99 Mar 2026 04:00:43 GMT", "2026-03-27"})
    void whatIsNoneOfThemIsNone(String text) {
        assertThat(of(Map.of("retry-after", List.of(text)))).isEmpty();
    }

    @Test
    void aDateIsTakenByTheServersClock() {
        Map<String, List<String>> anHourAhead = Map.of(
                "date", List.of("Fri, 27 Mar 2026 05:00:00 GMT"),
                "retry-after", List.of("Fri, 27 Mar 2026 05:00:43 GMT"));

        assertThat(of(anHourAhead)).contains(NOW.plusSeconds(43));
    }

    private static Optional<Instant> of(Map<String, List<String>> headers) {
        return RetryAfter.of(new Reply(429, headers, ""), NOW);
    }
}
