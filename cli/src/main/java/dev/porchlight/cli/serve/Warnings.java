package dev.porchlight.cli.serve;

import dev.porchlight.cli.setting.Config;
import dev.porchlight.cli.setting.Nearest;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.server.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.TreeSet;

/** What is allowed, but likely a mistake. */
final class Warnings {
    private static final int SHORT_TOKEN = 20;
    private static final Set<String> OTHERS =
            Set.of("PORCHLIGHT_JAVA_OPTS", "PORCHLIGHT_TRACE", "PORCHLIGHT_PROFILES", "PORCHLIGHT_CLIENT_SECRET");

    private Warnings() {}

    static void about(Settings settings, Surroundings surroundings) {
        if (!isLoopback(settings.host())) {
            warn(
                    surroundings,
                    settings.host() + " can be reached from other machines, and tokens cross the network unencrypted."
                            + " Put a proxy with TLS in front, or use --host 127.0.0.1."
                            + (settings.demo() ? " Whoever opens the demo's page becomes its administrator." : ""));
        }
        String token = settings.adminToken();
        if (token != null && token.length() < SHORT_TOKEN) {
            warn(
                    surroundings,
                    "the admin token has " + token.length() + " characters (expected: " + SHORT_TOKEN
                            + " or more, at random): it can be guessed.");
        }
        unknownVariables(surroundings);
    }

    private static void unknownVariables(Surroundings surroundings) {
        Set<String> known = new TreeSet<>(Config.variables());
        known.addAll(OTHERS);
        for (String variable : new TreeSet<>(surroundings.variables().keySet())) {
            if (variable.startsWith("PORCHLIGHT_") && !known.contains(variable)) {
                String meant = Nearest.to(variable, known)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse("");
                warn(surroundings, "the variable " + variable + " is not a setting." + meant);
            }
        }
    }

    private static void warn(Surroundings surroundings, String text) {
        surroundings.err().println("Warning: " + text);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // Listening on it will fail, and that says it better.
            return true;
        }
    }
}
