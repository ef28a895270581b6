package dev.porchlight.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.server.fixture.OpenApi;
import dev.porchlight.wire.Control;
import dev.porchlight.wire.Json;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each record that crosses the network has a schema in the OpenAPI document, with the same fields; control.json does not. */
class SchemasTest {
    private final JsonNode schemas = OpenApi.read().root().at("/components/schemas");

    @ParameterizedTest
    @MethodSource("records")
    void aRecordsFieldsAreThoseOfItsSchema(Class<?> type) {
        JsonNode schema = schemas.path(name(type));
        List<RecordComponent> components = Arrays.asList(type.getRecordComponents());
        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .as(name(type))
                .containsExactlyElementsOf(
                        components.stream().map(SchemasTest::field).toList());
        assertThat(schema.path("required").valueStream().map(JsonNode::asText))
                .as("required of %s", name(type))
                .containsExactlyElementsOf(components.stream()
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(SchemasTest::field)
                        .toList());
        assertThat(components)
                .allSatisfy(component -> holdType(
                        component,
                        OpenApi.read().resolved(schema.path("properties").path(field(component)))));
    }

    @Test
    void thereAreRecords() throws Exception {
        assertThat(records()).hasSizeGreaterThan(30);
    }

    static List<Class<?>> records() throws IOException, URISyntaxException {
        URI home =
                Json.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (Files.isDirectory(Path.of(home))) {
            return records(Path.of(home));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(home))) {
            return records(jar.getPath("/"));
        }
    }

    private static List<Class<?>> records(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("dev/porchlight/wire"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .<Class<?>>map(file -> type("dev.porchlight.wire." + file.substring(0, file.length() - 6)))
                    .filter(type -> type.isRecord() && java.lang.reflect.Modifier.isPublic(type.getModifiers()))
                    .filter(type -> !type.equals(Control.class) && !name(type).startsWith("Read."))
                    .toList();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void holdType(RecordComponent component, JsonNode schema) {
        Class<?> type = component.getType();
        assertThat(schema.path("type").toString()).as("type of %s", component).contains('"' + jsonType(type) + '"');
        assertThat(schema.path("format").asText().equals("date-time"))
                .as("format of %s", component)
                .isEqualTo(type == Instant.class);
    }

    private static String jsonType(Class<?> type) {
        if (type == String.class || type == Instant.class) {
            return "string";
        } else if (List.class.isAssignableFrom(type)) {
            return "array";
        } else if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "object" : "integer";
    }

    private static String name(Class<?> type) {
        return type.getName().substring("dev.porchlight.wire.".length()).replace('$', '.');
    }

    private static String field(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
