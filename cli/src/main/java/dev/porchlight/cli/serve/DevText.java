package dev.porchlight.cli.serve;

import dev.porchlight.server.DevSettings.DevApp;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import java.util.List;

/** What somebody who starts an emulator reads first: how to get a token, a user, and the next minute. */
record DevText(Settings settings, Porchlight server) {

    String text() {
        return """

                This is an emulator: anybody who reaches it may move its clock and reset it. %1$s

                %2$s
                  curl -X POST -H "Authorization: Bearer $TOKEN" --json '{"action":"create","user_info":{"id":"ada","email":"ada@example.com","type":1}}' %3$s/v2/users
                  curl -X PUT -H "Authorization: Bearer $TOKEN" --json '{"platform":"desktop","version":"6.2.0","lease":86400}' %3$s/v1/users/ada/sessions/desk
                  curl -X PUT -H "Authorization: Bearer $TOKEN" --form status=Away %3$s/v2/users/ada/presence_status
                  curl -X POST --json '{"advance":"PT61S"}' %3$s/_dev/clock
                  curl -X POST --json '{"status":503,"times":2}' %3$s/_dev/faults
                  curl %3$s/_dev/requests
                  curl -X POST %3$s/_dev/reset
                """.formatted(kept(), token(), server.uri());
    }

    private String kept() {
        return settings.dev().memory()
                ? "Everything is in memory and goes with it."
                : "Everything is kept in " + settings.data() + ", so it cannot be reset.";
    }

    /** Whoever brought an app knows its secret, so it is not printed. */
    private String token() {
        List<DevApp> apps = settings.dev().apps();
        if (!apps.isEmpty()) {
            return "  TOKEN=$(curl -s -u " + apps.getFirst().clientId() + ":$SECRET '" + server.uri()
                    + "/oauth/token?grant_type=account_credentials&account_id=default' -X POST | jq -r .access_token)";
        }
        return "  TOKEN=" + server.newAdminToken().orElse("…the administrator's…");
    }
}
