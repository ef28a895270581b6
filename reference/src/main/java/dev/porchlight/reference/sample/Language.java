package dev.porchlight.reference.sample;

import dev.porchlight.reference.request.Body;
import java.util.function.Predicate;

/**
 * A language, and what its samples call with. Its template is {@code src/main/jte/samples/ID.jte}.
 *
 * @param id as in addresses and options
 * @param name as in a page's title
 * @param library what the sample calls with
 * @param file what to call the sample's file
 * @param quotes its table of escapes
 * @param parts which multipart bodies its own forms send right
 * @param fields which forms its own means send right
 * @param traits what else is special about it
 */
public record Language(
        String id,
        String name,
        String library,
        String file,
        Quotes quotes,
        Predicate<Body.Multipart> parts,
        Predicate<Body.Form> fields,
        Traits traits) {

    /**
     * @param strict whether it takes no address but one of RFC 3986
     * @param shell whether its text is a command line, which has a limit
     */
    record Traits(boolean strict, boolean shell) {
        static final Traits NONE = new Traits(false, false);
        static final Traits STRICT = new Traits(true, false);
        static final Traits SHELL = new Traits(false, true);
        static final Traits STRICT_SHELL = new Traits(true, true);
    }

    Language with(Predicate<Body.Multipart> ownParts, Predicate<Body.Form> ownFields, Traits other) {
        return new Language(id, name, library, file, quotes, ownParts, ownFields, other);
    }

    /** As on a tab. */
    public String label() {
        return library.isEmpty() ? name : name + " (" + library + ")";
    }
}
