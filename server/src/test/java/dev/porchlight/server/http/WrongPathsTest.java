package dev.porchlight.server.http;

import dev.porchlight.server.fixture.HouseUnderTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that lead to no route. */
class WrongPathsTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board",
                "/board/demo",
                "/board/1/none.js",
                "/board/1/index.html",
                "/v2",
                "/v2/",
                "/v3/users/ada/presence_status",
                "/v2/users/ada/presence_status/",
                "/v2/users//presence_status",
                "/v2//users/ada/presence_status",
                "/v2/Users/ada/presence_status",
                "/v2/users/ada/presence_status/more",
                "/v2/users/a/b/presence_status",
                "/_dev/clock",
                "/openapi"
            })
    void anUnknownPathIsNotRecognized(String path) {
        house.get(path).bearer(house.admin()).send().refuses(404, 2300, "This API endpoint is not recognized.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST    | /v2/users/ada/presence_status | GET, PUT",
                "DELETE  | /v2/users/ada/presence_status | GET, PUT",
                "PUT     | /v2/users                     | GET, POST",
                "POST    | /v2/users/ada                 | DELETE, GET, PATCH",
                "GET     | /oauth/token                  | POST",
                "OPTIONS | /v2/users                     | GET, POST",
                "BREW    | /health/live                  | GET"
            })
    void anotherMethodIsToldWhichThereAre(String method, String path, String allowed) {
        house.ask(method, path)
                .send()
                .refuses(405, 2300, "Method " + method + " is not allowed here (expected: " + allowed + ").")
                .hasHeader("allow", allowed);
    }

    @Test
    void aSlashInsideAUsersNameIsPartOfTheName() {
        house.get("/v2/users/a%2Fb/presence_status")
                .bearer(house.admin())
                .send()
                .refuses(404, 1001, "User does not exist: a/b.");
    }

    @Test
    void aPlusInThePathIsAPlus() {
        house.get("/v2/users/ada+tag@example.com")
                .bearer(house.admin())
                .send()
                .refuses(404, 1001, "User does not exist: ada+tag@example.com.");
    }

    @Test
    void whatCannotBePrintedIsEscapedInTheReply() {
        house.get("/v2/users/%0D%0A%22%00/presence_status")
                .bearer(house.admin())
                .send()
                .refuses(404, 1001, "User does not exist: \r\n\"\u0000.");
    }
}
