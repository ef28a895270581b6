package dev.porchlight.reference.sample;

import dev.porchlight.reference.request.Body;
import dev.porchlight.reference.request.Encoding;
import dev.porchlight.reference.request.Parameter;
import dev.porchlight.reference.request.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which forms a client sends right by itself. */
final class Forms {
    private static final String PLAIN_NAME = "[A-Za-z0-9_.\\[\\]-]+";

    static final Predicate<Body.Multipart> ANY_PARTS = body -> true;
    static final Predicate<Body.Multipart> NO_PARTS = body -> false;
    /** Names that need no care, each once, and values of one line without a type. */
    static final Predicate<Body.Multipart> PLAIN_PARTS =
            body -> body.parts().stream().allMatch(Forms::isPlain)
                    && once(body.parts().stream().map(Part::name).toList());

    static final Predicate<Body.Form> ANY_FIELDS = body -> true;
    static final Predicate<Body.Form> NO_FIELDS = body -> false;
    static final Predicate<Body.Form> PLAIN_FIELDS = body -> body.fields().stream()
            .allMatch(field -> field.name().matches(PLAIN_NAME) && field.value().indexOf('\\') < 0);

    private Forms() {}

    /** The fields as one text, for clients that take nothing else. */
    static String encoded(List<Parameter> fields) {
        return fields.stream()
                .map(field -> Encoding.field(field.name()) + "=" + Encoding.field(field.value()))
                .collect(Collectors.joining("&"));
    }

    private static boolean isPlain(Part part) {
        return part.name().matches(PLAIN_NAME)
                && switch (part) {
                    case Part.Text text ->
                        text.contentType().isEmpty() && text.value().chars().noneMatch(c -> c < ' ' || c == '\\');
                    case Part.File file -> file.path().matches("[^\"\\\\;,'\\p{Cntrl}]+");
                };
    }

    private static boolean once(List<String> names) {
        Set<String> seen = new HashSet<>();
        return names.stream().allMatch(seen::add);
    }
}
