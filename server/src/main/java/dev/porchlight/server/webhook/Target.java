package dev.porchlight.server.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A receiver's address, of a form that may be sent to. Which machine its name means is only known when it is resolved.
 *
 * @param host a name, or an address without brackets
 * @param file path and query
 */
record Target(boolean tls, String host, int port, String file) {
    private static final int MAX_LENGTH = 2048;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int FIRST_FREE_PORT = 1024;

    private static final Pattern LAST_LABEL_A_NUMBER = Pattern.compile("(.*\\.)?[0-9][^.:]*\\.?");
    private static final Pattern FOUR_NUMBERS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    /** What comes of a text that should be an address. */
    sealed interface Parsed {
        /** It may be sent to. */
        record Good(Target target) implements Parsed {}

        /**
         * It may not.
         *
         * @param expected what the text should be
         */
        record Bad(String expected) implements Parsed {}
    }

    /** @param privateTargets whether http and every port are allowed */
    static Parsed parse(String url, boolean privateTargets) {
        if (url.length() > MAX_LENGTH || !url.chars().allMatch(c -> c > ' ' && c < 127)) {
            return new Parsed.Bad("at most " + MAX_LENGTH + " printable ASCII characters");
        }
        try {
            return parse(new URI(url), privateTargets);
        } catch (URISyntaxException e) {
            return new Parsed.Bad("an address such as https://example.com/webhooks");
        }
    }

    private static Parsed parse(URI uri, boolean privateTargets) {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        if (!tls && !(privateTargets && "http".equalsIgnoreCase(uri.getScheme()))) {
            return new Parsed.Bad(privateTargets ? "an http or https address" : "an https address");
        }
        if (uri.getHost() == null
                || isNumber(uri.getHost())
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null) {
            return new Parsed.Bad("a host's name or address, without user and fragment");
        }
        int port = uri.getPort() == -1 ? (tls ? HTTPS : HTTP) : uri.getPort();
        if (port < 1 || port > 65_535 || (!privateTargets && port != HTTPS && port < FIRST_FREE_PORT)) {
            return new Parsed.Bad("port " + HTTPS + ", or " + FIRST_FREE_PORT + " to 65535");
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String file = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        return new Parsed.Good(new Target(tls, bare(uri.getHost()), port, file));
    }

    /** The address to connect to, where all that the name means may be connected to. */
    static Optional<InetAddress> chosen(List<InetAddress> resolved, boolean privateTargets) {
        return privateTargets || resolved.stream().allMatch(PublicAddress::is)
                ? resolved.stream().findFirst()
                : Optional.empty();
    }

    /** Whether some resolvers would take it for an address, and others for a name. */
    private static boolean isNumber(String host) {
        return LAST_LABEL_A_NUMBER.matcher(host).matches()
                && !FOUR_NUMBERS.matcher(host).matches();
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
