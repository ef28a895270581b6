package dev.porchlight.server.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each scope opens and how far it reaches (zoom-wire: Tokens and scopes). */
class ScopesTest {
    private static final int DONE = 0;
    private static final int SCOPE = 4711;
    private static final int PERMISSION = 5411;
    private static final int NO_ME = 4700;

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @BeforeEach
    void twoAreSignedIn() {
        house.addSignedIn("ada");
        house.addSignedIn("bob");
    }

    @ParameterizedTest
    @CsvSource({
        "user:write,                        0, 5411, 0,    4711",
        "user:write:admin,                  0, 0,    0,    4711",
        "user:update:presence_status,       0, 5411, 0,    4711",
        "user:update:presence_status:admin, 0, 0,    0,    4711",
        "user:read,                      4711, 4711, 4711, 0",
        "user:read:admin,                4711, 4711, 4711, 0",
        "user:read:presence_status,      4711, 4711, 4711, 0",
        "user:read:presence_status:admin, 4711, 4711, 4711, 0",
        "user:update:user:admin,         4711, 4711, 4711, 4711",
        "user:read:user:admin,           4711, 4711, 4711, 4711",
        "porchlight:admin,                  0, 0,    0,    0"
    })
    void aUsersTokenWritesAsFarAsItsScopeReaches(String scope, int self, int other, int me, int read) {
        String token = house.userToken("ada", scope);
        assertThat(code(write(token, "ada@example.com"))).as("own address").isEqualTo(self);
        house.pass(Duration.ofMinutes(1));
        assertThat(code(write(token, "me"))).as("me").isEqualTo(me);
        assertThat(code(write(token, "bob"))).as("another").isEqualTo(other);
        assertThat(code(read(token, "ada"))).as("reading").isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "user:read,                       0,    5411",
        "user:read:admin,                 0,    0",
        "user:read:presence_status,       0,    5411",
        "user:read:presence_status:admin, 0,    0",
        "user:write,                      4711, 4711",
        "user:write:admin,                4711, 4711",
        "porchlight:admin,                0,    0"
    })
    void aUsersTokenReadsAsFarAsItsScopeReaches(String scope, int self, int other) {
        String token = house.userToken("ada", scope);
        assertThat(code(read(token, "ada"))).as("own id").isEqualTo(self);
        assertThat(code(read(token, "ada%40example.com"))).as("own address").isEqualTo(self);
        assertThat(code(read(token, "me"))).as("me").isEqualTo(self);
        assertThat(code(read(token, "bob"))).as("another").isEqualTo(other);
        assertThat(code(read(token, "bob@example.com"))).as("another's address").isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({
        "user:write,                        5411, 4711, 4700",
        "user:write:admin,                  0,    4711, 4700",
        "user:update:presence_status,       5411, 4711, 4700",
        "user:update:presence_status:admin, 0,    4711, 4700",
        "user:read,                         4711, 5411, 4711",
        "user:read:admin,                   4711, 0,    4711",
        "user:read:presence_status,         4711, 5411, 4711",
        "user:read:presence_status:admin,   4711, 0,    4711",
        "porchlight:admin,                  0,    0,    4700"
    })
    void aServersTokenReachesUsersOnlyWithAnAdminScope(String scope, int write, int read, int me) {
        String token = house.serverToken(scope);
        assertThat(code(write(token, "bob"))).as("writing").isEqualTo(write);
        assertThat(code(read(token, "bob"))).as("reading").isEqualTo(read);
        assertThat(code(write(token, "me"))).as("me").isEqualTo(me);
    }

    @ParameterizedTest
    @CsvSource({"PUT, update, user:write", "GET, get, user:read"})
    void theRefusalSaysWhatIsMissing(String method, String verb, String scope) {
        String other = house.userToken("ada", scope);
        house.ask(method, "/v2/users/bob/presence_status")
                .bearer(other)
                .form("status", "Away")
                .send()
                .refuses(
                        400,
                        PERMISSION,
                        "Unauthorized request. You do not have permission to " + verb
                                + " the presence status of this user.");
        house.ask(method, "/v2/users/bob/presence_status")
                .bearer(house.serverToken("user:read:user"))
                .form("status", "Away")
                .send()
                .refuses(
                        400,
                        SCOPE,
                        "Invalid access token, does not contain scopes:[" + scope + ", " + scope + ":admin].");
    }

    private Answer write(String token, String user) {
        return house.put("/v2/users/" + user + "/presence_status")
                .bearer(token)
                .form("status", "Busy")
                .send();
    }

    private Answer read(String token, String user) {
        return house.get("/v2/users/" + user + "/presence_status").bearer(token).send();
    }

    /** The code of a refusal, or 0. */
    private static int code(Answer answer) {
        int code = answer.body().isEmpty() ? DONE : answer.at("code").asInt();
        answer.hasStatus(code == DONE ? (answer.body().isEmpty() ? 204 : 200) : 400);
        assertThat(code).isIn(DONE, SCOPE, PERMISSION, NO_ME);
        return code;
    }
}
