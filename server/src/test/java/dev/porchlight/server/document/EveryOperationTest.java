package dev.porchlight.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.porchlight.server.fixture.Ask;
import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.fixture.OpenApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation, asked by everybody and with every field of its body bent: nothing fails, and whatever is answered is
 * described (the fixture holds each answer against the OpenAPI document).
 */
class EveryOperationTest {
    private static final OpenApi API = OpenApi.read();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<JsonNode> BENT = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(1.5),
            JSON.numberNode(1e300),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.textNode(""),
            JSON.textNode(" "),
            JSON.textNode("\u0000"),
            JSON.textNode("\uD83D\uDE00"),
            JSON.textNode("x".repeat(300)),
            JSON.arrayNode(),
            JSON.arrayNode().add(JSON.nullNode()),
            JSON.objectNode());

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    record Operation(String method, String path, JsonNode described) {
        /** The path with the example of each parameter. */
        String target() {
            String target = path;
            for (JsonNode parameter : described.path("parameters")) {
                JsonNode resolved = API.resolved(parameter);
                target = target.replace(
                        "{" + resolved.path("name").asText() + "}",
                        resolved.path("example").asText());
            }
            return target;
        }

        JsonNode body() {
            return described.at("/requestBody/content/application~1json/examples/request/value");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Operation> operations() {
        return API.paths()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(entry -> new Operation(
                                entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue())));
    }

    @BeforeEach
    void people() {
        house.addSignedIn("ada");
        house.addUser("bob");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whoeverAsksIsAnsweredAsDescribed(Operation operation) {
        for (String token : tokens()) {
            Ask ask = house.ask(operation.method(), operation.target()).bearer(token);
            sent(
                    operation.body().isMissingNode()
                            ? ask
                            : ask.json(operation.body().toString()));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whateverABodyHoldsIsAnsweredAsDescribed(Operation operation) {
        for (String body : bodies(operation.body())) {
            for (String token : List.of(house.admin(), house.operator())) {
                sent(house.ask(operation.method(), operation.target())
                        .bearer(token)
                        .json(body));
            }
        }
    }

    private void sent(Ask ask) {
        assertThat(ask.send().status()).isLessThan(500);
    }

    private List<String> tokens() {
        return List.of(
                "unknown",
                house.userToken("ada", "user:write", "user:read"),
                house.userToken("bob", "user:write", "user:read"),
                house.userToken("bob", "user:read:user"),
                house.serverToken("user:write:admin", "user:read:admin"),
                house.serverToken("user:write", "user:read"),
                house.admin(),
                house.operator());
    }

    /** The example with each field, those within fields too, left out and bent; and what is no object at all. */
    private static List<String> bodies(JsonNode example) {
        if (example.isMissingNode()) {
            return List.of("{}");
        }
        List<String> bodies = new ArrayList<>(List.of("", "{", "[]", "null", "{}"));
        bend(example, "", example, bodies);
        return bodies;
    }

    private static void bend(JsonNode whole, String place, JsonNode object, List<String> bodies) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            ObjectNode without = whole.deepCopy();
            ((ObjectNode) without.at(place)).remove(field.getKey());
            bodies.add(without.toString());
            for (JsonNode bent : BENT) {
                ObjectNode changed = whole.deepCopy();
                ((ObjectNode) changed.at(place)).set(field.getKey(), bent);
                bodies.add(changed.toString());
            }
            if (field.getValue().isObject()) {
                bend(whole, place + "/" + field.getKey(), field.getValue(), bodies);
            }
        }
    }
}
