package dev.porchlight.cli.setting;

import dev.porchlight.server.names.StatusSpelling;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code zoom} or {@code documented}. */
final class SpellingReader implements ITypeConverter<StatusSpelling> {
    @Override
    public StatusSpelling convert(String text) {
        for (StatusSpelling spelling : StatusSpelling.values()) {
            if (spelling.name().toLowerCase(Locale.ROOT).equals(text)) {
                return spelling;
            }
        }
        throw new TypeConversionException("'" + text + "' (expected: zoom or documented)");
    }
}
