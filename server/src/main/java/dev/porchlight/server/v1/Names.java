package dev.porchlight.server.v1;

import dev.porchlight.server.gate.Scopes;
import dev.porchlight.server.house.PlainText;
import dev.porchlight.wire.Problem.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What names may hold that callers choose: session ids, platforms, sources, names of apps and tokens, scopes. */
final class Names {
    private static final int MAX = 128;
    private static final Pattern CREDENTIAL = Pattern.compile("[!-9;-~]{1,128}");

    private Names() {}

    static Optional<FieldError> error(String field, String name) {
        boolean allowed = !name.isBlank() && name.length() <= MAX && PlainText.is(name);
        String shown = name.length() > MAX ? name.substring(0, MAX) + "…" : name;
        return allowed
                ? Optional.empty()
                : Optional.of(FieldError.of(
                        field, "\"" + shown + "\"", "1 to " + MAX + " characters without control characters"));
    }

    /** Of client ids and secrets; what was found is not told, since it may be a secret. */
    static Optional<FieldError> credentialError(String field, String credential) {
        return CREDENTIAL.matcher(credential).matches()
                ? Optional.empty()
                : Optional.of(FieldError.of(
                        field, "other characters or length", "1 to 128 printable ASCII characters except colons"));
    }

    static Optional<FieldError> scopeError(List<String> scopes) {
        TreeSet<String> unknown = new TreeSet<>(scopes);
        unknown.removeAll(Scopes.ALL);
        if (scopes.isEmpty() || !unknown.isEmpty()) {
            return Optional.of(FieldError.of(
                    "scopes",
                    scopes.isEmpty() ? "none" : String.join(" ", unknown),
                    "one or more of " + String.join(" ", new TreeSet<>(Scopes.ALL))));
        }
        return Optional.empty();
    }
}
