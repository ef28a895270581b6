package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Postman's own runner against an emulator: the items around presence of the collection that Zoom published, and
 * Porchlight's collection, every item.
 */
class NewmanTest {
    private static final String SECRET = "a-secret-of-the-acceptance-tests";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @BeforeAll
    static void newmanIsInstalled() {
        Newman.assumeInstalled();
    }

    @Test
    void zoomsCollectionGetsZoomsAnswers() throws Exception {
        JsonNode token =
                auth("oauth2", Map.of("accessToken", "{{token}}", "tokenType", "bearer", "addTokenTo", "header"));
        JsonNode collection = Steps.of(Steps.read("zoom.postman_collection.json"), "zoom.json", token);
        try (ServerProcess server = emulator()) {
            assertThat(Newman.holds(collection, variables(server), folder)).isGreaterThan(60);
        }
    }

    @Test
    void everyItemOfPorchlightsCollectionDoesWhatItSays() throws Exception {
        try (ServerProcess server = emulator()) {
            JsonNode served = served(server);
            JsonNode collection = Steps.of(served, "porchlight.json", auth("bearer", Map.of("token", "{{token}}")));
            assertThat(Newman.holds(collection, Map.of("clientId", "tests", "clientSecret", SECRET), folder))
                    .isGreaterThan(120);
        }
    }

    @Test
    void anAnswerThatIsNotTheExpectedOneIsNoticed() throws Exception {
        JsonNode collection =
                Steps.of(Steps.read("zoom.postman_collection.json"), "zoom.json", auth("noauth", Map.of()));
        try (ServerProcess server = emulator()) {
            assertThatThrownBy(() -> Newman.holds(collection, variables(server), folder))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("expected response to have status code 201 but got 401");
        }
    }

    private static JsonNode served(ServerProcess server) throws IOException {
        try (InputStream collection =
                server.uri().resolve("/postman.json").toURL().openStream()) {
            return JSON.readTree(collection);
        }
    }

    private static ServerProcess emulator() throws IOException {
        return ServerProcess.start(List.of("serve", "--dev", "--dev-app", "tests:" + SECRET, "--port", "0"));
    }

    private static Map<String, String> variables(ServerProcess server) {
        URI uri = server.uri();
        return Map.of("baseUrl", uri + "/v2", "server", uri.toString(), "clientId", "tests", "clientSecret", SECRET);
    }

    private static JsonNode auth(String type, Map<String, String> attributes) {
        ObjectNode auth = JSON.createObjectNode().put("type", type);
        attributes.forEach((key, value) -> auth.withArray(type)
                .addObject()
                .put("key", key)
                .put("value", value)
                .put("type", "string"));
        return auth;
    }
}
