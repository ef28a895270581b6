package dev.porchlight.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The Postman collection: made from the OpenAPI document, its first item in the form of the seed's. */
class PostmanTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @Test
    void theFirstItemHasTheFormOfTheSeeds() throws IOException {
        JsonNode seed = seed().at("/item/0");
        JsonNode first = collection().at("/item/0/item/0");
        assertThat(shape(first.path("request"))).containsAll(shape(seed.path("request")));
        for (String same : List.of(
                "/name",
                "/request/method",
                "/request/body/mode",
                "/request/url/raw",
                "/request/url/host",
                "/request/url/path",
                "/request/header/0",
                "/request/body/formdata/0/key",
                "/request/body/formdata/0/value",
                "/request/body/formdata/1/key",
                "/request/body/formdata/1/value")) {
            assertThat(first.at(same)).as(same).isEqualTo(seed.at(same));
        }
        assertThat(shape(first.at("/response/1"))).containsAll(shape(seed.at("/response/1")));
        assertThat(codes(first)).containsAll(codes(seed));
    }

    @Test
    void eachItemIsOneThatPostmanReads() {
        assertThat(collection().at("/info/schema").asText()).isEqualTo(PostmanCollection.SCHEMA);
        List<JsonNode> items = items();
        assertThat(items).extracting(item -> item.path("name").asText()).doesNotHaveDuplicates();
        assertThat(items).allSatisfy(item -> {
            assertThat(item.at("/request/url/raw").asText()).matches("\\{\\{(baseUrl|server)}}(/[A-Za-z0-9_.:-]+)+");
            assertThat(item.at("/request/description").asText()).isNotBlank();
            assertThat(item.path("response").valueStream())
                    .isNotEmpty()
                    .allSatisfy(response -> assertThat(shape(response))
                            .contains("/name", "/originalRequest/method", "/status", "/code", "/header", "/body"));
        });
    }

    @Test
    void whateverIsInBracesIsAVariableOfTheCollection() {
        String text = house.get("/postman.json").send().body();
        List<String> known = collection().path("variable").findValuesAsText("key");
        assertThat(Pattern.compile("(?<=\\{\\{)\\w+(?=}})")
                        .matcher(text)
                        .results()
                        .map(MatchResult::group))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void theCollectionNamesTheServersAddress() {
        Answer served = house.get("/postman.json").send().hasStatus(200);
        assertThat(served.text("/variable/0/value")).isEqualTo(house.uri() + "/v2");
        assertThat(served.text("/variable/1/value")).isEqualTo(house.uri());
        assertThat(served.body()).doesNotContain(":8484");
    }

    private JsonNode collection() {
        return house.get("/postman.json").send().hasStatus(200).json();
    }

    private static JsonNode seed() throws IOException {
        try (InputStream collection = PostmanTest.class.getResourceAsStream("seed.postman_collection.json")) {
            return new ObjectMapper().readTree(collection);
        }
    }

    private List<JsonNode> items() {
        return collection()
                .path("item")
                .valueStream()
                .flatMap(folder -> folder.path("item").valueStream())
                .toList();
    }

    private static List<Integer> codes(JsonNode item) {
        return item.path("response")
                .valueStream()
                .map(response -> response.path("code").asInt())
                .toList();
    }

    /** The paths of all fields, lists looked at by their first entry. */
    private static List<String> shape(JsonNode node) {
        List<String> paths = new ArrayList<>();
        collect(node, "", paths);
        return paths;
    }

    private static void collect(JsonNode node, String path, List<String> paths) {
        paths.add(path);
        node.propertyStream().forEach(field -> collect(field.getValue(), path + "/" + field.getKey(), paths));
        Stream.ofNullable(node.isArray() ? node.get(0) : null).forEach(first -> collect(first, path + "/0", paths));
    }
}
