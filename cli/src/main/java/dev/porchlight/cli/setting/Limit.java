package dev.porchlight.cli.setting;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How long something lasts.
 *
 * @param duration null for no end, written {@code never}
 */
public record Limit(@Nullable Duration duration) {

    @Override
    public String toString() {
        return duration == null ? "never" : Durations.text(duration);
    }

    /** Reads {@code never} or a duration. */
    public static final class Reader implements ITypeConverter<Limit> {
        private final Durations durations = new Durations();

        @Override
        public Limit convert(String text) {
            try {
                return new Limit(text.equals("never") ? null : durations.convert(text));
            } catch (TypeConversionException e) {
                throw new TypeConversionException(
                        String.valueOf(e.getMessage()).replace("(expected: ", "(expected: \"never\", or "));
            }
        }
    }
}
