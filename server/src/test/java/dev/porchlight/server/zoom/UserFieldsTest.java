package dev.porchlight.server.zoom;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fields of a user may hold. */
class UserFieldsTest {
    private static final String EMAIL = "\"email\":\"ada@example.com\"";

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                          | user_info.email",
                "{\"email\":null}                            | user_info.email",
                "{\"email\":\"\"}                            | user_info.email",
                "{\"email\":\"ada\"}                         | user_info.email",
                "{\"email\":\"@example.com\"}                | user_info.email",
                "{\"email\":\"a@b@c\"}                       | user_info.email",
                "{\"email\":\"a b@example.com\"}             | user_info.email",
                "{\"email\":\"a/b@example.com\"}             | user_info.email",
                "{\"email\":\"ada@example.com\\n\"}          | user_info.email",
                "{\"email\":5}                               | user_info.email",
                "{\"email\":\"a@x.org\",\"id\":\"\"}         | user_info.id",
                "{\"email\":\"a@x.org\",\"id\":\"me\"}       | user_info.id",
                "{\"email\":\"a@x.org\",\"id\":\"a/b\"}      | user_info.id",
                "{\"email\":\"a@x.org\",\"id\":\"a@b\"}      | user_info.id",
                "{\"email\":\"a@x.org\",\"id\":\"é\"}        | user_info.id",
                "{\"email\":\"a@x.org\",\"type\":0}          | user_info.type",
                "{\"email\":\"a@x.org\",\"type\":3}          | user_info.type",
                "{\"email\":\"a@x.org\",\"type\":\"1\"}      | user_info.type",
                "{\"email\":\"a@x.org\",\"type\":1.0}        | user_info.type",
                "{\"email\":\"a@x.org\",\"first_name\":\"\\u0000\"}   | user_info.first_name",
                "{\"email\":\"a@x.org\",\"last_name\":\"a\\nb\"}      | user_info.last_name",
                "{\"email\":\"a@x.org\",\"display_name\":\"\\u007f\"} | user_info.display_name"
            })
    void aFieldThatIsNotAllowedIsNamed(String info, String field) {
        create("{\"action\":\"create\",\"user_info\":" + info + "}", field);
    }

    @Test
    void everyBadFieldIsNamed() {
        create("""
                {"action":"make","user_info":{"email":"ada","type":9,"first_name":"\\u0001"}}""", "action", "user_info.email", "user_info.type", "user_info.first_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first_name", "last_name", "display_name"})
    void aNameHolds128Characters(String field) {
        String longest = "é".repeat(128);
        create(
                "{\"action\":\"create\",\"user_info\":{%s,\"%s\":\"%s\"}}".formatted(EMAIL, field, longest + "é"),
                "user_info." + field);
        post("{\"action\":\"create\",\"user_info\":{%s,\"%s\":\"%s\"}}".formatted(EMAIL, field, longest))
                .hasStatus(201);
    }

    @Test
    void theActionAndTheUserAreRequired() {
        create("{}", "action", "user_info");
        create("{\"action\":\"create\"}", "user_info");
        create("{\"user_info\":{" + EMAIL + "}}", "action");
    }

    @Test
    void aMessageSaysWhatIsAllowed() {
        post("{\"action\":\"make\",\"user_info\":{\"email\":\"ada\",\"id\":\"me\",\"type\":9}}")
                .saysOf("action", "action: make (expected: create)")
                .saysOf("user_info.id", "user_info.id: me (expected: 1 to 64 of A-Z a-z 0-9 . _ ~ -, and not me)")
                .saysOf(
                        "user_info.email",
                        "user_info.email: ada (expected: an e-mail address of at most 254 characters)")
                .saysOf("user_info.type", "user_info.type: 9 (expected: 1 (basic) or 2 (licensed))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"ada\"}              | email",
                "{\"type\":7}                     | type",
                "{\"first_name\":\"\\u0001\"}     | first_name",
                "{\"last_name\":[]}               | last_name",
                "{\"display_name\":{}}            | display_name"
            })
    void aChangeIsHeldToTheSame(String json, String field) {
        house.addUser("ada");
        house.patch("/v2/users/ada").bearer(house.admin()).json(json).send().refusesFields(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "nothing", "{\"action\":\"create\"", "{\"action\":\"create\",\"action\":\"create\"}"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        post(body).refuses(400, 300, "Request Body should be a valid JSON object.");
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        house.post("/v2/users")
                .bearer(house.admin())
                .form("action", "create")
                .send()
                .refuses(415, 300, "Content-Type: application/x-www-form-urlencoded (expected: application/json)");
    }

    private void create(String json, String... fields) {
        post(json).refusesFields(fields);
    }

    private Answer post(String json) {
        return house.post("/v2/users").bearer(house.admin()).json(json).send();
    }
}
