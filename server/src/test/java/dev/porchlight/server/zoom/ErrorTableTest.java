package dev.porchlight.server.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.Ask;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The error table of {@code PUT presence_status} (zoom-wire), row by row, as it goes over the wire. */
class ErrorTableTest {
    private static final String ADA = "/v2/users/ada/presence_status";

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    private String token;

    @BeforeEach
    void adaIsSignedIn() {
        house.addSignedIn("ada");
        token = house.serverToken("user:write:admin");
    }

    @Test
    void anAcceptedUpdateIsAnsweredWithNothing() {
        update("Away").send().hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Away");
    }

    @Test
    void noTokenIsRefused() {
        house.put(ADA).form("status", "Away").send().refuses(401, 124, "Invalid access token.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer unknown", "Bearer ", "Bearer", "Basic YWRhOmFkYQ==", "unknown", ""})
    void aBadTokenIsRefused(String authorization) {
        house.put(ADA)
                .header("Authorization", authorization)
                .form("status", "Away")
                .send()
                .refuses(401, 124, "Invalid access token.")
                .hasHeader("www-authenticate", "Bearer");
    }

    @Test
    void anExpiredTokenIsRefusedFromItsLastSecondOn() {
        String brief = house.post("/v1/tokens")
                .bearer(house.admin())
                .json("{\"scopes\":[\"user:write:admin\"],\"expires_in\":100}")
                .send()
                .text("access_token");
        house.pass(Duration.ofSeconds(100).minusNanos(1));
        house.put(ADA).bearer(brief).form("status", "Away").send().hasNoContent();
        house.pass(Duration.ofNanos(1));
        house.put(ADA).bearer(brief).form("status", "Away").send().refuses(401, 124, "Access token is expired.");
    }

    @Test
    void aTokenWithoutTheScopeIsRefused() {
        house.put(ADA)
                .bearer(house.serverToken("user:read:admin"))
                .form("status", "Away")
                .send()
                .refuses(400, 4711, "Invalid access token, does not contain scopes:[user:write, user:write:admin].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"Away\"", "{\"status\":\"Away\"} x", ""})
    void aBodyThatIsNoJsonObjectIsRefused(String body) {
        house.put(ADA).bearer(token).json(body).send().refuses(400, 300, "Request Body should be a valid JSON object.");
    }

    @Test
    void aBodyThatIsNoMultipartIsRefused() {
        house.put(ADA)
                .bearer(token)
                .body("multipart/form-data; boundary=x", "status=Away")
                .send()
                .refuses(400, 300, "Request Body should be valid multipart/form-data.");
    }

    @Test
    void multipartWithoutABoundaryIsRefused() {
        Answer answer = house.put(ADA)
                .bearer(token)
                .body("multipart/form-data", "--x--")
                .send();
        answer.refuses(400, 300, "Invalid Content-Type.");
        assertThat(answer.text("/errors/0/field")).isEqualTo("Content-Type");
    }

    @Test
    void twoContentTypesAreRefused() {
        house.put(ADA)
                .bearer(token)
                .header("Content-Type", "application/json")
                .json("{\"status\":\"Away\"}")
                .send()
                .refuses(400, 300, "Invalid Content-Type.")
                .saysOf("Content-Type", "Content-Type: given 2 times (expected: once)");
    }

    @Test
    void everyBadFieldIsNamed() {
        house.put(ADA)
                .bearer(token)
                .form("status", "Sleeping", "duration", "0")
                .send()
                .refusesFields("status", "duration")
                .saysOf(
                        "status",
                        "status: Sleeping (expected: one of Available, Away, Busy, Do_Not_Disturb,"
                                + " In_A_Zoom_Meeting, In_Calendar_Event, On_A_Call, Out_of_Office, Presenting)")
                .saysOf("duration", "duration: 0 (expected: 1 to 1440 minutes)");
    }

    @Test
    void aMissingFieldIsNamed() {
        house.put(ADA).bearer(token).form("duration", "20").send().refusesFields("status");
    }

    @Test
    void noBodyAtAllMissesTheStatus() {
        house.put(ADA).bearer(token).send().refusesFields("status");
    }

    @Test
    void sixteenKibibytesAreReadAndOneByteMoreIsNot() {
        String room = "status=Away&more=";
        String full = room + "x".repeat(16 * 1024 - room.length());
        form(full).send().hasNoContent();
        form(full + "x").send().refuses(413, 300, "Request Body is too large.");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        house.put(ADA)
                .bearer(token)
                .body("text/plain", "status=Away")
                .send()
                .refuses(415, 300, "Unsupported Content-Type.");
    }

    @Test
    void aMissingUserIsNamed() {
        house.put("/v2/users/nobody/presence_status")
                .bearer(token)
                .form("status", "Away")
                .send()
                .refuses(404, 1001, "User does not exist: nobody.");
    }

    @Test
    void aTokenOfSomebodyElseMayNotUpdate() {
        house.addUser("bob");
        house.put(ADA)
                .bearer(house.userToken("bob", "user:write"))
                .form("status", "Away")
                .send()
                .refuses(
                        400,
                        5411,
                        "Unauthorized request. You do not have permission to update the presence status of this user.");
    }

    @Test
    void aUserWhoIsNotSignedInCannotBeUpdated() {
        house.addUser("bob");
        house.put("/v2/users/bob/presence_status")
                .bearer(token)
                .form("status", "Away")
                .send()
                .refuses(400, 5301, "Request to update the presence status of this user failed.")
                .saysOf(
                        "status",
                        "status: the user is not signed in (expected: at least one client with a live session)");
    }

    @Test
    void aClientThatIsTooOldCannotBeUpdated() {
        house.addUser("bob");
        house.signIn("bob", "5.2.9");
        house.put("/v2/users/bob/presence_status")
                .bearer(token)
                .form("status", "Presenting")
                .send()
                .refuses(400, 5301, "Request to update the presence status of this user failed.")
                .saysOf(
                        "status",
                        "status: the user's newest client is 5.2.9, which cannot go from Available to Presenting"
                                + " (expected: client 5.3.0 or newer, or a change from Available or Away to"
                                + " Do_Not_Disturb)");
    }

    @Test
    void aSecondUpdateWithinTheMinuteIsRefused() {
        update("Away").send().hasNoContent();
        update("Available")
                .send()
                .refuses(
                        429,
                        429,
                        "Too many requests submitted to update the presence status of this user. Please wait for the"
                                + " request to be processed and try again later.")
                .hasHeader("retry-after", "60");
        assertThat(house.statusOf("ada")).isEqualTo("Away");
    }

    @Test
    void aRefusedUpdateChangesNothing() {
        update("Sleeping").send().hasStatus(400);
        assertThat(house.statusOf("ada")).isEqualTo("Available");
        update("Away").send().hasNoContent();
    }

    @Test
    void eachReplyHasATrackingIdOfItsOwn() {
        String first = update("Sleeping").send().header("x-zm-trackingid").orElseThrow();
        String second = update("Sleeping").send().header("x-zm-trackingid").orElseThrow();
        assertThat(first).isNotEqualTo(second);
    }

    private Ask update(String status) {
        return house.put(ADA).bearer(token).form("status", status);
    }

    private Ask form(String body) {
        return house.put(ADA).bearer(token).body("application/x-www-form-urlencoded", body);
    }
}
