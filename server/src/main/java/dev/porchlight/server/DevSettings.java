package dev.porchlight.server;

import java.util.List;

/**
 * What is there only for whoever tests against this server.
 *
 * @param on whether {@code /_dev} is there: its clock, faults, journal and reset
 * @param memory whether everything is kept in memory, gone with the server, and the settings' folder is not touched
 * @param apps that are ready in the account {@code default} from the start, and after each reset
 */
public record DevSettings(boolean on, boolean memory, List<DevApp> apps) {
    public static final DevSettings OFF = new DevSettings(false, false, List.of());

    public DevSettings {
        apps = List.copyOf(apps);
    }

    /** A server-to-server app with every scope. */
    public record DevApp(String clientId, String clientSecret) {
        @Override
        public String toString() {
            return "DevApp[clientId=" + clientId + "]";
        }
    }
}
