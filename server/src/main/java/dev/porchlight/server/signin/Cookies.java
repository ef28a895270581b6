package dev.porchlight.server.signin;

import dev.porchlight.server.http.Call;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The two cookies of the pages: of who is signed in, and of a form before that. No script reads them. Over https they carry the
 * prefix by which browsers take them from this host alone.
 */
final class Cookies {
    static final String SIGN_IN = "porchlight-sign-in";
    static final String FORM = "porchlight-form";

    private final BooleanSupplier secure;

    /** @param secure whether browsers reach the pages over https */
    Cookies(BooleanSupplier secure) {
        this.secure = secure;
    }

    Optional<String> read(Call call, String name) {
        String prefix = name(name) + "=";
        List<String> found = call.headerValues("Cookie").stream()
                .flatMap(header -> Stream.of(header.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(prefix))
                .map(pair -> pair.substring(prefix.length()))
                .toList();
        // Two of one name: somebody has planted one, and it is not known which.
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    String set(String name, String value, Duration lasts) {
        return name(name) + "=" + value + "; Path=/; Max-Age=" + lasts.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (secure.getAsBoolean() ? "; Secure" : "");
    }

    private String name(String name) {
        return secure.getAsBoolean() ? "__Host-" + name : name;
    }
}
