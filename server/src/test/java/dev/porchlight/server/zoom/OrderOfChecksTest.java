package dev.porchlight.server.zoom;

import dev.porchlight.server.fixture.Ask;
import dev.porchlight.server.fixture.HouseUnderTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A request that breaks two rules gets the answer of the one that is checked first (zoom-wire: order of checks). Each pair
 * of neighbours has its test.
 */
class OrderOfChecksTest {
    private static final String ADA = "/v2/users/ada/presence_status";
    private static final String NOBODY = "/v2/users/nobody/presence_status";
    private static final String OLD = "/v2/users/old/presence_status";
    private static final String TOO_MUCH = "status=Sleeping&more=" + "x".repeat(16 * 1024);

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    private String token;
    private String reader;
    private String own;

    @BeforeEach
    void people() {
        house.addSignedIn("ada");
        house.addUser("bob");
        house.addUser("old");
        house.signIn("old", "5.2.9");
        token = house.serverToken("user:write:admin");
        reader = house.serverToken("user:read:admin");
        own = house.userToken("bob", "user:write");
    }

    @Test
    void thePathComesBeforeTheToken() {
        house.put("/v2/users/ada/presence").send().refuses(404, 2300, "This API endpoint is not recognized.");
    }

    @Test
    void theMethodComesBeforeTheToken() {
        house.post(ADA).send().hasStatus(405).hasHeader("allow", "GET, PUT");
    }

    @Test
    void theTokenComesBeforeTheScope() {
        house.put(ADA).bearer("unknown").form("status", "Away").send().hasStatus(401);
    }

    @Test
    void theTokenComesBeforeTheLengthOfTheBody() {
        form(house.put(ADA).bearer("unknown"), TOO_MUCH).send().hasStatus(401);
    }

    @Test
    void theScopeComesBeforeTheLengthOfTheBody() {
        form(house.put(ADA).bearer(reader), TOO_MUCH).send().refuses(400, 4711, scope());
    }

    @Test
    void theScopeComesBeforeTheTypeOfTheBody() {
        house.put(ADA).bearer(reader).body("text/plain", "x").send().refuses(400, 4711, scope());
    }

    @Test
    void theScopeComesBeforeTheBody() {
        house.put(ADA).bearer(reader).json("{").send().refuses(400, 4711, scope());
    }

    @Test
    void theScopeComesBeforeTheUser() {
        house.put(NOBODY).bearer(reader).form("status", "Away").send().refuses(400, 4711, scope());
    }

    @Test
    void theLengthOfTheBodyComesBeforeItsType() {
        house.put(ADA).bearer(token).body("text/plain", TOO_MUCH).send().hasStatus(413);
    }

    @Test
    void theTypeOfTheBodyComesBeforeTheUser() {
        house.put(NOBODY).bearer(token).body("text/plain", "x").send().hasStatus(415);
    }

    @Test
    void theBodyComesBeforeTheUser() {
        house.put(NOBODY)
                .bearer(token)
                .json("{")
                .send()
                .refuses(400, 300, "Request Body should be a valid JSON object.");
    }

    @Test
    void theFieldsComeBeforeTheUser() {
        house.put(NOBODY).bearer(token).form("status", "Sleeping").send().refusesFields("status");
    }

    @Test
    void theFieldsComeBeforeTheMissingMe() {
        house.put("/v2/users/me/presence_status")
                .bearer(token)
                .form("status", "Sleeping")
                .send()
                .refusesFields("status");
    }

    @Test
    void theFieldsComeBeforeThePermission() {
        house.put(ADA).bearer(own).form("status", "Sleeping").send().refusesFields("status");
    }

    @Test
    void theUserComesBeforeThePermission() {
        house.put(NOBODY).bearer(own).form("status", "Away").send().refuses(404, 1001, "User does not exist: nobody.");
    }

    @Test
    void thePermissionComesBeforeTheRules() {
        house.put(OLD)
                .bearer(own)
                .form("status", "Presenting")
                .send()
                .refuses(
                        400,
                        5411,
                        "Unauthorized request. You do not have permission to update the presence status of this user.");
    }

    @Test
    void beingSignedInComesBeforeTheMinute() {
        house.put(ADA).bearer(token).form("status", "Away").send().hasNoContent();
        house.delete("/v1/users/ada/sessions/desk").bearer(token).send().hasNoContent();
        house.put(ADA).bearer(token).form("status", "Away").send().refuses(400, 5301, failed());
    }

    @Test
    void theClientsVersionComesBeforeTheMinute() {
        house.put(OLD).bearer(token).form("status", "Do_Not_Disturb").send().hasNoContent();
        house.put(OLD).bearer(token).form("status", "Away").send().refuses(400, 5301, failed());
        house.put(OLD).bearer(token).form("status", "Do_Not_Disturb").send().refuses(400, 5301, failed());
    }

    @Test
    void theFieldsComeBeforeTheMinute() {
        house.put(ADA).bearer(token).form("status", "Away").send().hasNoContent();
        house.put(ADA)
                .bearer(token)
                .form("status", "Do_Not_Disturb", "duration", "0")
                .send()
                .refusesFields("duration");
    }

    private static Ask form(Ask ask, String body) {
        return ask.body("application/x-www-form-urlencoded", body);
    }

    private static String scope() {
        return "Invalid access token, does not contain scopes:[user:write, user:write:admin].";
    }

    private static String failed() {
        return "Request to update the presence status of this user failed.";
    }
}
