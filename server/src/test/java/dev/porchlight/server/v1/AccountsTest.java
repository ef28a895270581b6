package dev.porchlight.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /v1/accounts}, and the operator who acts in any of them. */
class AccountsTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @Test
    void theOperatorMakesAndSeesAccounts() {
        assertThat(create("{\"id\":\"acme\",\"name\":\"Acme Inc.\"}")
                        .hasStatus(201)
                        .body())
                .isEqualTo("{\"id\":\"acme\",\"name\":\"Acme Inc.\",\"created_at\":\"2026-03-27T04:00:00Z\"}");
        Answer listed =
                house.get("/v1/accounts").bearer(house.operator()).send().hasStatus(200);
        assertThat(listed.at("accounts").findValuesAsText("id")).containsExactly("acme", "default");
    }

    @Test
    void aNameIsTheIdUnlessGiven() {
        assertThat(create("{\"id\":\"acme\"}").hasStatus(201).text("name")).isEqualTo("acme");
    }

    @Test
    void anIdIsTakenOnce() {
        create("{\"id\":\"default\"}").refuses(409, 1005, "Account already exists: default.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                 | id",
                "{\"id\":\"\"}                      | id",
                "{\"id\":\"a b\"}                   | id",
                "{\"id\":\"a/b\"}                   | id",
                "{\"id\":\"a\",\"name\":\"\\n\"}    | name"
            })
    void aBadFieldIsNamed(String body, String fields) {
        create(body).refusesFields(fields.split(","));
    }

    @Test
    void anAdministratorIsNoOperator() {
        String needed = "Invalid access token, does not contain scopes:[operator].";
        house.get("/v1/accounts").bearer(house.admin()).send().refuses(400, 4711, needed);
        house.post("/v1/accounts")
                .bearer(house.admin())
                .json("{\"id\":\"acme\"}")
                .send()
                .refuses(400, 4711, needed);
    }

    @Test
    void theOperatorActsInTheAccountThatIsNamed() {
        house.addAccount("acme");
        house.addUser("acme", "ada");
        assertThat(listIn("acme").at("users").findValuesAsText("account_id")).containsExactly("acme");
        assertThat(listIn("default").at("users").isEmpty()).isTrue();
        assertThat(house.get("/v2/users")
                        .bearer(house.operator())
                        .send()
                        .at("users")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anAccountThatDoesNotExistIsNamed() {
        house.get("/v2/users")
                .bearer(house.operator())
                .header("Porchlight-Account", "nowhere")
                .send()
                .refuses(404, 2001, "Account does not exist: nowhere.");
    }

    private Answer listIn(String account) {
        return house.get("/v2/users")
                .bearer(house.operator())
                .header("Porchlight-Account", account)
                .send()
                .hasStatus(200);
    }

    private Answer create(String json) {
        return house.post("/v1/accounts").bearer(house.operator()).json(json).send();
    }
}
