package dev.porchlight.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.fixture.OpenApi;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The OpenAPI document by itself: valid, without loose ends, its examples true to its schemas. */
class OpenApiTest {
    private final OpenApi api = OpenApi.read();

    @Test
    void itIsValidOpenApi31() throws IOException {
        try (InputStream rules = OpenApiTest.class.getResourceAsStream("openapi-3.1.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(rules)
                            .validate(api.root()))
                    .isEmpty();
        }
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsUsed() {
        List<String> references = references(api.root());
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                api.root().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        for (String kind : List.of("schemas", "responses", "examples", "headers", "parameters")) {
            assertThat(references)
                    .containsAll(api.root()
                            .path("components")
                            .path(kind)
                            .propertyStream()
                            .map(entry -> "#/components/" + kind + "/" + entry.getKey())
                            .toList());
        }
    }

    @Test
    void everyExampleFollowsItsSchema() {
        List<JsonNode> contents = contents();
        assertThat(contents).hasSizeGreaterThan(100);
        assertThat(contents)
                .allSatisfy(content -> assertThat(
                                content.path("examples").valueStream().flatMap(example -> errors(content, example)))
                        .isEmpty());
    }

    @Test
    void everyExampleWithinASchemaFollowsIt() {
        assertThat(api.root().at("/components/schemas").propertyStream().flatMap(this::badExamples))
                .isEmpty();
    }

    @Test
    void everyOperationIsExplained() {
        List<JsonNode> operations = operations().toList();
        List<String> tags = api.root().path("tags").findValuesAsText("name");
        assertThat(operations)
                .extracting(operation -> operation.path("operationId").asText())
                .doesNotHaveDuplicates();
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.path("description").asText()).isNotBlank();
            assertThat(tags).contains(operation.at("/tags/0").asText());
            assertThat(operation.path("responses").valueStream().map(api::resolved))
                    .allSatisfy(response ->
                            assertThat(response.path("description").asText()).startsWith("**"));
        });
    }

    @Test
    void theServedDocumentIsThisOne() {
        try (HouseUnderTest house = new HouseUnderTest()) {
            assertThat(house.get("/openapi.json").send().hasStatus(200).body())
                    .isEqualTo(OpenApi.text().replace("http://127.0.0.1:8484", house.uri()));
        }
    }

    private Stream<String> errors(JsonNode content, JsonNode example) {
        JsonNode value = api.resolved(example).path("value");
        return api.errors(content.path("schema"), value.toString()).stream().map(error -> value + ": " + error);
    }

    private Stream<String> badExamples(Map.Entry<String, JsonNode> schema) {
        return schema.getValue()
                .path("properties")
                .propertyStream()
                .flatMap(property -> property.getValue()
                        .path("examples")
                        .valueStream()
                        .flatMap(example -> api.errors(property.getValue(), example.toString()).stream())
                        .map(error -> schema.getKey() + "." + property.getKey() + ": " + error));
    }

    private Stream<JsonNode> operations() {
        return api.paths().flatMap(path -> path.getValue().valueStream());
    }

    /** Every body that a request or a response may have. */
    private List<JsonNode> contents() {
        return operations()
                .flatMap(operation -> Stream.concat(
                        Stream.of(operation.path("requestBody")),
                        operation.path("responses").valueStream().map(api::resolved)))
                .flatMap(holder -> holder.path("content").valueStream())
                .toList();
    }

    private static List<String> references(JsonNode node) {
        List<String> found = new ArrayList<>(node.findValuesAsText("$ref"));
        return found;
    }
}
