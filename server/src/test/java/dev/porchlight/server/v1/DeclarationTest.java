package dev.porchlight.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /v1/users/{userId}/declaration}: the user's own client, which no minute keeps out (semantics: Declare). */
class DeclarationTest {
    private static final String MAY_NOT =
            "Unauthorized request. You do not have permission to update the presence status of this user.";

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    private String own;

    @BeforeEach
    void adaIsSignedIn() {
        house.addSignedIn("ada");
        own = house.userToken("ada", "user:write");
    }

    @Test
    void theOwnClientMayChangeItsMindAtOnce() {
        declare(own, "{\"status\":\"Away\"}").hasNoContent();
        declare(own, "{\"status\":\"Busy\"}").hasNoContent();
        declare(own, "{\"status\":\"Presenting\"}").hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Presenting");
    }

    @Test
    void aWithdrawnDeclarationIsGone() {
        declare(own, "{\"status\":\"Do_Not_Disturb\",\"duration\":60}").hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Do_Not_Disturb");
        withdraw(own).hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Available");
        withdraw(own).hasNoContent();
    }

    @Test
    void itsDurationHolds() {
        declare(own, "{\"status\":\"Do_Not_Disturb\",\"duration\":60}").hasNoContent();
        house.pass(Duration.ofMinutes(60));
        assertThat(house.statusOf("ada")).isEqualTo("Available");
        declare(own, "{\"status\":\"Do_Not_Disturb\",\"duration\":1441}").refusesFields("duration");
    }

    @Test
    void anAppsTokenIsRefusedWhateverItsScope() {
        String app = house.serverToken("user:write:admin");
        declare(app, "{\"status\":\"Away\"}").refuses(400, 5411, MAY_NOT);
        withdraw(app).refuses(400, 5411, MAY_NOT);
        assertThat(house.statusOf("ada")).isEqualTo("Available");
    }

    @Test
    void aColleaguesTokenIsRefusedWhateverItsScope() {
        house.addUser("bob");
        declare(house.userToken("bob", "user:write:admin"), "{\"status\":\"Away\"}")
                .refuses(400, 5411, MAY_NOT);
    }

    @Test
    void theRulesOfSigningInAndOfOldClientsHold() {
        house.addUser("bob");
        String bob = house.userToken("bob", "user:write");
        house.put("/v1/users/bob/declaration")
                .bearer(bob)
                .json("{\"status\":\"Away\"}")
                .send()
                .refuses(400, 5301, "Request to update the presence status of this user failed.");
        house.signIn("bob", "4.6.0");
        house.put("/v1/users/bob/declaration")
                .bearer(bob)
                .json("{\"status\":\"Away\"}")
                .send()
                .refuses(400, 5301, "Request to update the presence status of this user failed.");
    }

    @Test
    void itOpensNoMinuteForTheApi() {
        declare(own, "{\"status\":\"Away\"}").hasNoContent();
        house.put("/v2/users/me/presence_status")
                .bearer(own)
                .form("status", "Busy")
                .send()
                .hasNoContent();
        house.put("/v2/users/me/presence_status")
                .bearer(own)
                .form("status", "Away")
                .send()
                .hasStatus(429);
        declare(own, "{\"status\":\"Away\"}").hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Away");
    }

    private Answer declare(String token, String json) {
        return house.put("/v1/users/ada/declaration").bearer(token).json(json).send();
    }

    private Answer withdraw(String token) {
        return house.delete("/v1/users/ada/declaration").bearer(token).send();
    }
}
