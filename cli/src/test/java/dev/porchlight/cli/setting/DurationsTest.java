package dev.porchlight.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {
    private final Durations durations = new Durations();

    @ParameterizedTest
    @CsvSource({
        "0s, PT0S",
        "90s, PT90S",
        "5m, PT5M",
        "24h, PT24H",
        "30d, PT720H",
        "PT1H30M, PT90M",
        "P2D, PT48H",
        "PT0.5S, PT0.5S",
        "pt5m, PT5M"
    })
    void aDurationIsReadAsPeopleWriteIt(String text, Duration expected) {
        assertThat(durations.convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10", "5 m", "-5m", "1.5h", "5M", "PT-5M", "1w", "9999999999999s", "never", "P1M", "٣s"})
    void anythingElseIsRefusedWithExamples(String text) {
        assertThatThrownBy(() -> durations.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' (expected: a duration such as 90s, 5m, 24h, 30d or PT1H30M)");
    }

    @Test
    void neverIsALimitWithoutEnd() {
        Limit.Reader reader = new Limit.Reader();

        assertThat(reader.convert("never").duration()).isNull();
        assertThat(reader.convert("2h").duration()).hasHours(2);
        assertThatThrownBy(() -> reader.convert("soon")).hasMessageStartingWith("'soon' (expected: \"never\", or ");
    }

    @Property
    void whatIsShownIsReadBackTheSame(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long millis) {
        Duration duration = Duration.ofMillis(millis);

        assertThat(durations.convert(Durations.text(duration))).isEqualTo(duration);
    }

    @Property
    void whatIsShownOfWholeMinutesIsShort(@ForAll @LongRange(min = 0, max = 1_000_000) long minutes) {
        assertThat(Durations.text(Duration.ofMinutes(minutes))).matches("\\d+[smhd]");
    }
}
