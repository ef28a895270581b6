package dev.porchlight.cli.setting;

import dev.porchlight.cli.terminal.Failure;
import java.net.URI;
import java.net.URISyntaxException;

/** Addresses as people type them. */
public final class Addresses {
    private Addresses() {}

    /**
     * The address of a server.
     *
     * @param option that it was given with, for the message
     * @throws Failure for what is none
     */
    public static URI of(String option, String text) {
        try {
            URI uri = new URI(text);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw bad(option, text);
        }
        throw bad(option, text);
    }

    private static Failure bad(String option, String text) {
        return new Failure(option + ": '" + text + "' (expected: an address such as http://127.0.0.1:8484).", "");
    }
}
