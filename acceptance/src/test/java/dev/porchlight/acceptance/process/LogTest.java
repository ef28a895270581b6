package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.wire.NewTokenReply;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server writes to its log: a line for each refused request with the rule that refused it, and no secret. */
class LogTest {
    @TempDir
    private Path temp;

    @Test
    void aRefusedRequestIsOneLineWithItsRuleAndWithoutItsToken() throws Exception {
        String guessed = "guessed-" + UUID.randomUUID();
        try (ServerProcess server = ServerProcess.serve(temp.resolve("data"), "--update-window", "60s");
                Connection administrator = server.connect();
                Connection stranger = new Connection(server.uri(), guessed)) {
            administrator.addSignedIn("ada");
            administrator.addSignedIn("bob");
            NewTokenReply token = administrator
                    .post("/v1/tokens", "{\"user\":\"ada\",\"scopes\":[\"user:write\"]}")
                    .as(NewTokenReply.class);
            String status = "/v2/users/%s/presence_status";
            try (Connection ada = new Connection(server.uri(), token.accessToken())) {
                stranger.put(status.formatted("ada"), "{\"status\":\"Away\"}");
                ada.get(status.formatted("ada"));
                ada.put(status.formatted("ada"), "{\"status\":\"Gone\"}");
                ada.put(status.formatted("ada"), "{");
                ada.put(status.formatted("bob"), "{\"status\":\"Away\"}");
                administrator.put(status.formatted("nobody"), "{\"status\":\"Away\"}");
                assertThat(ada.put(status.formatted("ada"), "{\"status\":\"Away\"}")
                                .isGood())
                        .isTrue();
                ada.put(status.formatted("ada"), "{\"status\":\"Away\"}");
                ada.get("/nowhere?access_token=" + token.accessToken());
            }
            assertThat(server.stop()).isZero();

            List<String> log = server.errors().lines().toList();
            assertThat(log.stream().map(LogTest::rule))
                    .containsExactly(
                            "401 TOKEN",
                            "400 SCOPE",
                            "400 VALIDATION",
                            "400 MALFORMED",
                            "400 NO_PERMISSION",
                            "404 NO_SUCH_USER",
                            "429 TOO_SOON",
                            "404 UNKNOWN_PATH");
            assertThat(server.errors())
                    .doesNotContain(guessed, token.accessToken(), ServerProcess.TOKEN)
                    .contains("/v2/users/bob/presence_status");
        }
    }

    /** The status and the rule of a line such as {@code … INFO refused: PUT /v2/… 401 TOKEN account=…}. */
    private static String rule(String line) {
        return line.replaceFirst(".* refused: \\S+ \\S+ (\\d+ \\S+) .*", "$1");
    }
}
