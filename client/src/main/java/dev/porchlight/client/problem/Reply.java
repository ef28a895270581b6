package dev.porchlight.client.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server answered, as it came.
 *
 * @param headers by their names in lower case
 * @param body as text; as much as came, where the connection broke
 */
public record Reply(int status, Map<String, List<String>> headers, String body) {

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
