package dev.porchlight.cli.setting;

import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A setting.
 *
 * @param key its name in the settings file
 * @param shownDefault its default in words
 */
public record SettingName(String key, String shownDefault) {

    /** The setting that the argument gives; empty for any other argument. */
    public static Optional<SettingName> of(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !(argument.userObject() instanceof AnnotatedElement element)) {
            return Optional.empty();
        }
        Setting mark = element.getAnnotation(Setting.class);
        return mark == null
                ? Optional.empty()
                : Optional.of(new SettingName(
                        option.longestName().substring(2),
                        mark.shownDefault().isEmpty() ? words(option.initialValue()) : mark.shownDefault()));
    }

    public String variable() {
        return variable(key);
    }

    static String variable(String key) {
        return "PORCHLIGHT_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String words(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case Duration duration -> Durations.text(duration);
            case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT);
            case Object other -> other.toString();
        };
    }
}
