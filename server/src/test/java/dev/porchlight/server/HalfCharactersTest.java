package dev.porchlight.server;

import dev.porchlight.server.fixture.HouseUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** JSON can spell half of a surrogate pair; nothing that is stored or sent can. */
class HalfCharactersTest {
    private final HouseUnderTest house = new HouseUnderTest();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aUserCannotBeMadeOfThem() {
        house.post("/v2/users")
                .bearer(house.admin())
                .json("""
                        {"action":"create","user_info":{"email":"a\\ud800@example.com","first_name":"\\udc00"}}""")
                .send()
                .hasStatus(400)
                .refusesFields("user_info.email", "user_info.first_name");
    }

    @Test
    void aSessionCannotBeMadeOfThem() {
        house.addUser("ada");

        house.put("/v1/users/ada/sessions/desk")
                .bearer(house.admin())
                .json("{\"platform\":\"\\ud800\",\"version\":\"6.0 \\ud800\"}")
                .send()
                .hasStatus(400)
                .refusesFields("platform", "version");
    }

    @Test
    void wholePairsAreFine() {
        house.post("/v2/users").bearer(house.admin()).json("""
                        {"action":"create","user_info":{"email":"a@example.com","first_name":"\\ud83d\\ude00"}}""").send().hasStatus(201);
    }
}
