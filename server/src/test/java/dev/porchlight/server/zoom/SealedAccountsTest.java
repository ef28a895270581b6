package dev.porchlight.server.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user of another account answers what a missing one answers, to the byte (zoom-wire: no such user). */
class SealedAccountsTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    private String token;

    @BeforeEach
    void anotherAccountHasEve() {
        house.addAccount("other");
        house.addUser("other", "eve");
        house.signIn("other", "eve", "desk", "6.2.0", "active");
        token = house.admin();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT    | /v2/users/{u}/presence_status  | {\"status\":\"Away\"}",
                "GET    | /v2/users/{u}/presence_status  | ''",
                "GET    | /v2/users/{u}                  | ''",
                "PATCH  | /v2/users/{u}                  | {\"first_name\":\"Eve\"}",
                "DELETE | /v2/users/{u}                  | ''",
                "GET    | /v1/users/{u}/sessions         | ''",
                "PUT    | /v1/users/{u}/sessions/desk    | {\"platform\":\"desktop\",\"version\":\"6.2.0\"}",
                "DELETE | /v1/users/{u}/sessions/desk    | ''",
                "PUT    | /v1/users/{u}/claims/phone     | {\"status\":\"On_A_Call\"}",
                "DELETE | /v1/users/{u}/claims/phone     | ''",
                "PUT    | /v1/users/{u}/declaration      | {\"status\":\"Away\"}",
                "DELETE | /v1/users/{u}/declaration      | ''",
                "GET    | /v1/users/{u}/presence         | ''",
                "GET    | /v1/users/{u}/history          | ''"
            })
    void bothAnswerTheSameBytes(String method, String path, String body) {
        for (String name : new String[] {"eve", "eve@example.com"}) {
            String missing = name.replace("eve", "nob");
            Answer there = ask(method, path, name, body);
            Answer gone = ask(method, path, missing, body);
            there.refuses(404, 1001, "User does not exist: " + name + ".");
            assertThat(there.withoutTracking()).isEqualTo(gone.withoutTracking().replace("nob", "eve"));
        }
    }

    @Test
    void aTokenWithoutReachAnswersThemAlikeToo() {
        house.addUser("ada");
        token = house.userToken("ada", "user:write");
        Answer there = ask("PUT", "/v2/users/{u}/presence_status", "eve", "{\"status\":\"Away\"}");
        Answer gone = ask("PUT", "/v2/users/{u}/presence_status", "nob", "{\"status\":\"Away\"}");
        assertThat(there.withoutTracking()).isEqualTo(gone.withoutTracking().replace("nob", "eve"));
    }

    @Test
    void theSameIdAndAddressMayBeInTwoAccounts() {
        house.addUser("eve");
        assertThat(house.statusOf("eve")).isEqualTo("Offline");
        assertThat(eveOfTheOther()).isEqualTo("Available");
    }

    @Test
    void theUsersOfAnotherAccountAreNotListed() {
        Answer listed = house.get("/v2/users").bearer(token).send().hasStatus(200);
        assertThat(listed.body()).doesNotContain("eve");
    }

    @Test
    void theAccountHeaderOfAnybodyButTheOperatorChangesNothing() {
        house.get("/v2/users/eve")
                .bearer(token)
                .header("Porchlight-Account", "other")
                .send()
                .refuses(404, 1001, "User does not exist: eve.");
    }

    private String eveOfTheOther() {
        return house.get("/v2/users/eve/presence_status")
                .bearer(house.operator())
                .header("Porchlight-Account", "other")
                .send()
                .hasStatus(200)
                .text("status");
    }

    private Answer ask(String method, String path, String user, String body) {
        var ask = house.ask(method, path.replace("{u}", user)).bearer(token);
        return (body.isEmpty() ? ask : ask.json(body)).send();
    }
}
