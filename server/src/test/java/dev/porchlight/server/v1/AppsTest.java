package dev.porchlight.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/apps}: the OAuth apps of an account. */
class AppsTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @Test
    void anAppIsMadeWithASecretThatIsShownOnce() {
        Answer made = create("{\"name\":\"Calendar\",\"scopes\":[\"user:write:admin\",\"user:read:admin\"]}")
                .hasStatus(201);
        String id = made.text("client_id");
        String secret = made.text("client_secret");
        assertThat(id).matches("[A-Za-z0-9_-]{22}");
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(list().body()).isEqualTo("""
                        {"apps":[{"client_id":"%s","name":"Calendar","scopes":["user:read:admin","user:write:admin"],\
                        "kind":"server_to_server","redirect_uris":[],"public_client":false,"created_at":"2026-03-27T04:00:00Z"}]}""".formatted(id));
    }

    @Test
    void idAndSecretMayBeChosen() {
        Answer made = create("{\"name\":\"a\",\"scopes\":[\"user:read\"],\"client_id\":\"a\",\"client_secret\":\"b\"}");
        assertThat(made.text("client_id")).isEqualTo("a");
        assertThat(made.text("client_secret")).isEqualTo("b");
        create("{\"name\":\"other\",\"scopes\":[\"user:read\"],\"client_id\":\"a\"}")
                .refuses(409, 1005, "App already exists: a.");
        assertThat(list().at("apps").findValuesAsText("name")).containsExactly("a");
    }

    @Test
    void aRemovedAppIsGone() {
        create("{\"name\":\"a\",\"scopes\":[\"user:read\"],\"client_id\":\"a\"}")
                .hasStatus(201);
        remove("a").hasNoContent();
        assertThat(list().body()).isEqualTo("{\"apps\":[]}");
        remove("a").refuses(404, 1001, "App does not exist: a.");
    }

    @Test
    void anotherAccountsAppIsNotThere() {
        house.addAccount("other");
        house.post("/v1/apps")
                .bearer(house.operator())
                .header("Porchlight-Account", "other")
                .json("{\"name\":\"a\",\"scopes\":[\"user:read\"],\"client_id\":\"theirs\"}")
                .send()
                .hasStatus(201);
        assertThat(list().body()).isEqualTo("{\"apps\":[]}");
        remove("theirs").refuses(404, 1001, "App does not exist: theirs.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                           | name,scopes",
                "{\"name\":\"\",\"scopes\":[\"user:read\"]}                   | name",
                "{\"name\":\"a\",\"scopes\":[]}                               | scopes",
                "{\"name\":\"a\",\"scopes\":[\"user:fly\"]}                   | scopes",
                "{\"name\":\"a\",\"scopes\":\"user:read\"}                    | scopes",
                "{\"name\":\"a\",\"scopes\":[\"user:read\"],\"client_id\":\"a:b\"}  | client_id",
                "{\"name\":\"a\",\"scopes\":[\"user:read\"],\"client_id\":\"\"}     | client_id",
                "{\"name\":\"a\",\"scopes\":[\"user:read\"],\"client_secret\":\" \"} | client_secret"
            })
    void aBadFieldIsNamed(String body, String fields) {
        create(body).refusesFields(fields.split(","));
    }

    @Test
    void aSecretThatIsRefusedIsNotTold() {
        Answer answer = create("{\"name\":\"a\",\"scopes\":[\"user:read\"],\"client_secret\":\"hush hush\"}");
        assertThat(answer.refusesFields("client_secret").body()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:write:admin", "user:read:admin"})
    void onlyAnAdministratorSeesAndMakesApps(String scope) {
        String token = house.serverToken(scope);
        String needed = "Invalid access token, does not contain scopes:[porchlight:admin].";
        house.get("/v1/apps").bearer(token).send().refuses(400, 4711, needed);
        house.post("/v1/apps").bearer(token).json("{}").send().refuses(400, 4711, needed);
        house.delete("/v1/apps/a").bearer(token).send().refuses(400, 4711, needed);
    }

    private Answer create(String json) {
        return house.post("/v1/apps").bearer(house.admin()).json(json).send();
    }

    private Answer list() {
        return house.get("/v1/apps").bearer(house.admin()).send().hasStatus(200);
    }

    private Answer remove(String id) {
        return house.delete("/v1/apps/" + id).bearer(house.admin()).send();
    }
}
