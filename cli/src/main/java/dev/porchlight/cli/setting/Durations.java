package dev.porchlight.cli.setting;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 90s}, {@code 5m}, {@code 24h}, {@code 30d}, or ISO 8601 such as PT1H30M. */
public final class Durations implements ITypeConverter<Duration> {
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,12})([smhd])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    @Override
    public Duration convert(String text) {
        Matcher parts = SHORT.matcher(text);
        if (parts.matches()) {
            // A day is 24 hours here, whatever the clocks on the wall do.
            return UNITS.getOrDefault(parts.group(2), ChronoUnit.SECONDS)
                    .getDuration()
                    .multipliedBy(Long.parseLong(parts.group(1)));
        }
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            throw expected(text);
        }
        throw expected(text);
    }

    private static TypeConversionException expected(String text) {
        return new TypeConversionException(
                "'" + text + "' (expected: a duration such as 90s, 5m, 24h, 30d or PT1H30M)");
    }

    /** The shortest way to write it, in the largest unit that needs no fraction. */
    public static String text(Duration duration) {
        if (duration.toSecondsPart() == 0 && duration.toNanosPart() == 0 && !duration.isZero()) {
            if (duration.toMinutesPart() != 0) {
                return duration.toMinutes() + "m";
            }
            return duration.toHours() % 24 == 0 && duration.toHours() > 24
                    ? duration.toDays() + "d"
                    : duration.toHours() + "h";
        }
        return duration.toNanosPart() == 0 ? duration.toSeconds() + "s" : duration.toString();
    }
}
