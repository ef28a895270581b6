package dev.porchlight.server.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.Ask;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v2/users}: made, shown, listed, changed and removed (zoom-wire: Around it). */
class UsersTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @Test
    void aUserIsMadeWithAnIdAtRandom() {
        Answer made = create("""
                        {"email":"ada@example.com","type":2,"first_name":"Ada","last_name":"Lovelace",
                        "display_name":"Countess"}""").hasStatus(201);
        String id = made.text("id");
        assertThat(id).matches("[A-Za-z0-9_-]{22}");
        assertThat(made.body()).isEqualTo("""
                        {"id":"%s","email":"ada@example.com","first_name":"Ada","last_name":"Lovelace","type":2}""".formatted(id));
        assertThat(get(id).hasStatus(200).body()).isEqualTo("""
                        {"id":"%s","email":"ada@example.com","first_name":"Ada","last_name":"Lovelace",\
                        "display_name":"Countess","type":2,"status":"active","created_at":"2026-03-27T04:00:00Z",\
                        "account_id":"default"}""".formatted(id));
    }

    @Test
    void anIdMayBeChosen() {
        assertThat(create("{\"id\":\"ada\",\"email\":\"ada@example.com\"}").text("id"))
                .isEqualTo("ada");
        assertThat(get("ADA@example.com").text("id")).isEqualTo("ada");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"ada@x.org\",\"first_name\":\"Ada\",\"last_name\":\"L\"} | Ada L",
                "{\"email\":\"ada@x.org\",\"last_name\":\"L\"}                       | L",
                "{\"email\":\"ada@x.org\"}                                           | ada@x.org"
            })
    void aNameToShowIsMadeOfWhatIsThere(String info, String shown) {
        String id = create(info).hasStatus(201).text("id");
        assertThat(get(id).text("display_name")).isEqualTo(shown);
        assertThat(get(id).at("type").asInt()).isEqualTo(1);
    }

    @Test
    void anAddressIsTakenOnce() {
        house.addUser("ada");
        create("{\"email\":\"ADA@example.com\"}").refuses(409, 1005, "User already exists: ADA@example.com.");
        create("{\"id\":\"ada\",\"email\":\"new@example.com\"}").refuses(409, 1005, "User already exists: ada.");
        assertThat(ids(list("")).size()).isEqualTo(1);
    }

    @Test
    void pagesFollowEachOther() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            house.addUser("u" + i);
        }
        Answer page = list("?page_size=3");
        while (!page.text("next_page_token").isEmpty()) {
            assertThat(page.at("page_size").asInt()).isEqualTo(3);
            assertThat(ids(page)).hasSize(3);
            all.addAll(ids(page));
            page = list("?page_size=3&next_page_token=" + page.text("next_page_token"));
        }
        all.addAll(ids(page));
        assertThat(all).containsExactly("u0", "u1", "u2", "u3", "u4", "u5", "u6");
    }

    @Test
    void aListIsOfActiveUsersUnlessAskedOtherwise() {
        house.addUser("ada");
        assertThat(ids(list(""))).containsExactly("ada");
        assertThat(ids(list("?status=active"))).containsExactly("ada");
        assertThat(ids(list("?status=inactive"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page_size | 0     | page_size: 0 (expected: 1 to 2000)",
                "page_size | 2001  | page_size: 2001 (expected: 1 to 2000)",
                "page_size | many  | page_size: many (expected: 1 to 2000)",
                "page_size | -1    | page_size: -1 (expected: 1 to 2000)",
                "status    | happy | status: happy (expected: active or inactive)"
            })
    void aListSaysWhatItsParametersMayBe(String name, String value, String message) {
        list("?" + name + "=" + value).refusesFields(name).saysOf(name, message);
    }

    @Test
    void aPageTokenThatIsNoneIsRefused() {
        list("?next_page_token=!").refuses(400, 300, "The next page token is invalid or expired.");
    }

    @Test
    void whatIsSentIsChangedAndTheRestStays() {
        house.addUser("ada");
        patch("ada", "{\"first_name\":\"Ada\",\"type\":2,\"last_name\":null}").hasNoContent();
        patch("ada@example.com", "{\"email\":\"ada@example.org\"}").hasNoContent();
        Answer ada = get("ada");
        assertThat(ada.text("first_name")).isEqualTo("Ada");
        assertThat(ada.text("last_name")).isEmpty();
        assertThat(ada.at("type").asInt()).isEqualTo(2);
        assertThat(get("ada@example.org").text("id")).isEqualTo("ada");
        get("ada@example.com").refuses(404, 1001, "User does not exist: ada@example.com.");
    }

    @Test
    void anAddressOfSomebodyElseIsNotTaken() {
        house.addUser("ada");
        house.addUser("bob");
        patch("bob", "{\"email\":\"Ada@example.com\"}").refuses(409, 1005, "User already exists: Ada@example.com.");
        assertThat(get("bob").text("email")).isEqualTo("bob@example.com");
    }

    @Test
    void aUserMayChangeThemselvesOnly() {
        house.addUser("ada");
        house.addUser("bob");
        String own = house.userToken("ada", "user:write");
        house.patch("/v2/users/me")
                .bearer(own)
                .json("{\"first_name\":\"A\"}")
                .send()
                .hasNoContent();
        house.patch("/v2/users/bob")
                .bearer(own)
                .json("{\"first_name\":\"B\"}")
                .send()
                .refuses(400, 5411, "Unauthorized request. You do not have permission for this user.");
    }

    @Test
    void aRemovedUserIsGoneWithItsPresenceAndTokens() {
        house.addSignedIn("ada");
        String own = house.userToken("ada", "user:read");
        house.get("/v2/users/me").bearer(own).send().hasStatus(200);
        delete("ada").hasNoContent();
        get("ada").refuses(404, 1001, "User does not exist: ada.");
        delete("ada").refuses(404, 1001, "User does not exist: ada.");
        house.get("/v2/users/me").bearer(own).send().refuses(401, 124, "Invalid access token.");
        house.addUser("ada");
        assertThat(house.statusOf("ada")).isEqualTo("Offline");
    }

    @Test
    void aNameThatDoesNotExistIsRefusedAsItWasNamed() {
        house.addUser("ada");
        delete("ada").hasNoContent();
        delete("ada@example.com").refuses(404, 1001, "User does not exist: ada@example.com.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:write", "user:update:user:admin", "user:read:admin"})
    void toMakeAndRemoveUsersTakesAnAdministratorsScope(String scope) {
        house.addUser("ada");
        String token = house.userToken("ada", scope);
        post().bearer(token)
                .json("{}")
                .send()
                .refuses(
                        400,
                        4711,
                        "Invalid access token, does not contain scopes:[user:write:admin, user:write:user:admin].");
        house.delete("/v2/users/ada")
                .bearer(token)
                .send()
                .refuses(
                        400,
                        4711,
                        "Invalid access token, does not contain scopes:[user:write:admin, user:delete:user:admin].");
    }

    @Test
    void anOperatorMakesNobodyInAnAccountThatDoesNotExist() {
        post().bearer(house.operator())
                .header("Porchlight-Account", "nowhere")
                .json("{\"action\":\"create\",\"user_info\":{\"email\":\"ada@example.com\"}}")
                .send()
                .refuses(404, 2001, "Account does not exist: nowhere.");
    }

    private Ask post() {
        return house.post("/v2/users");
    }

    private Answer create(String info) {
        return post().bearer(house.admin())
                .json("{\"action\":\"create\",\"user_info\":" + info + "}")
                .send();
    }

    private Answer get(String user) {
        return house.get("/v2/users/" + user).bearer(house.admin()).send();
    }

    private Answer patch(String user, String json) {
        return house.patch("/v2/users/" + user).bearer(house.admin()).json(json).send();
    }

    private Answer delete(String user) {
        return house.delete("/v2/users/" + user).bearer(house.admin()).send();
    }

    private Answer list(String query) {
        return house.get("/v2/users" + query).bearer(house.admin()).send();
    }

    private static List<String> ids(Answer page) {
        page.hasStatus(200);
        return page.at("users").findValuesAsText("id");
    }
}
