package dev.porchlight.cli.status;

import dev.porchlight.cli.setting.Nearest;
import dev.porchlight.client.update.Status;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A status as people type it: in any case, with dashes or blanks for the lines between words, or {@code dnd}. */
final class StatusReader implements ITypeConverter<Status>, Iterable<String> {

    @Override
    public Status convert(String text) {
        String plain = plain(text);
        return Status.of(text)
                .or(() -> Arrays.stream(Status.values())
                        .filter(status -> plain(status.spelling()).equals(plain))
                        .findFirst())
                .or(() -> Optional.of(Status.DO_NOT_DISTURB).filter(dnd -> plain.equals("dnd")))
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' (expected: one of " + Status.all() + ")" + meant(text)));
    }

    @Override
    public Iterator<String> iterator() {
        return spellings().iterator();
    }

    private static String meant(String text) {
        return Nearest.to(text, spellings())
                .map(near -> ". Did you mean " + near + "?")
                .orElse("");
    }

    private static List<String> spellings() {
        return Arrays.stream(Status.values()).map(Status::spelling).toList();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }
}
