package dev.porchlight.server.oauth;

import dev.porchlight.engine.directory.App;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where users may be sent back to: exactly where it is registered, to the letter (RFC 9700, section 2.1). */
public final class RedirectUris {
    public static final String EXPECTED = "an absolute address without fragment: https, http on this machine such as"
            + " http://127.0.0.1/callback, or a scheme of the app's own with a dot such as com.example.app:/callback";

    private static final int MAX = 2000;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    private RedirectUris() {}

    /** Whether an app can have it. */
    public static boolean isAllowed(String text) {
        return text.length() <= MAX
                && parsed(text).filter(RedirectUris::isAllowed).isPresent();
    }

    private static boolean isAllowed(URI uri) {
        String scheme = uri.getScheme();
        if (scheme == null || uri.isOpaque() || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            return false;
        }
        return switch (scheme) {
            case "https" -> uri.getHost() != null;
            case "http" -> isLoopback(uri) || "localhost".equals(uri.getHost());
            default -> scheme.contains(".");
        };
    }

    private static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }

    /** The address that the request names, if the app has it; without one, the only one that the app has. */
    static Optional<String> chosen(App app, Optional<String> named) {
        if (named.isEmpty()) {
            return app.redirectUris().size() == 1
                    ? Optional.of(app.redirectUris().getFirst())
                    : Optional.empty();
        }
        return named.filter(given -> app.redirectUris().stream().anyMatch(registered -> matches(registered, given)));
    }

    private static boolean matches(String registered, String given) {
        return registered.equals(given)
                || parsed(registered)
                        .flatMap(one -> parsed(given).map(other -> sameButForThePort(one, other)))
                        .orElse(false);
    }

    /** RFC 8252, section 7.3: an app takes whatever port is free on its own machine. */
    private static boolean sameButForThePort(URI registered, URI given) {
        return "http".equals(registered.getScheme())
                && isLoopback(registered)
                && "http".equals(given.getScheme())
                && registered.getHost().equals(given.getHost())
                && given.getRawUserInfo() == null
                && given.getRawFragment() == null
                && Objects.equals(registered.getRawPath(), given.getRawPath())
                && Objects.equals(registered.getRawQuery(), given.getRawQuery());
    }

    /** The address with parameters added to its query. */
    static String with(String redirect, Map<String, String> parameters) {
        String added = parameters.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return redirect + (redirect.contains("?") ? "&" : "?") + added;
    }

    /** What a content security policy calls the place, so that a form may lead there. */
    static String source(String redirect) {
        URI uri = URI.create(redirect);
        boolean hasHost = uri.getHost() != null && !uri.getHost().startsWith("[");
        return hasHost
                ? uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                : uri.getScheme() + ":";
    }

    private static Optional<URI> parsed(String text) {
        boolean ascii = text.chars().allMatch(c -> c > ' ' && c < 127);
        try {
            return ascii ? Optional.of(new URI(text)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
