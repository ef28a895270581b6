package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A collection, sent step by step: which item, what somebody fills in before sending it, and what is to come back. A step
 * may bring a request of its own, for what the collection has no item for.
 */
final class Steps {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode collection;
    private final Map<String, JsonNode> items = new TreeMap<>();
    private final Set<String> sent = new HashSet<>();

    private Steps(JsonNode collection) {
        this.collection = collection.deepCopy();
        collect(collection);
    }

    /** A collection that does what the steps say; every item of the given one must be in at least one of them. */
    static JsonNode of(JsonNode collection, String steps, JsonNode auth) throws IOException {
        Steps made = new Steps(collection);
        ArrayNode order = JSON.createArrayNode();
        for (JsonNode step : read(steps)) {
            order.add(made.item(step, auth));
        }
        assertThat(made.sent).containsAll(made.items.keySet());
        return made.collection.<ObjectNode>set("auth", auth).set("item", order);
    }

    static JsonNode read(String resource) throws IOException {
        try (InputStream json = Steps.class.getResourceAsStream("newman/" + resource)) {
            return JSON.readTree(Objects.requireNonNull(json, resource));
        }
    }

    private void collect(JsonNode folder) {
        for (JsonNode item : folder.path("item")) {
            if (item.has("item")) {
                collect(item);
            } else {
                items.put(item.path("name").asText(), item);
            }
        }
    }

    private JsonNode item(JsonNode step, JsonNode auth) {
        String name = step.path("item").asText();
        sent.add(name);
        JsonNode known = step.has("request") ? step : items.get(name);
        ObjectNode request = Objects.requireNonNull(known, name).path("request").deepCopy();
        // Where an item only says that there is a token, whoever sends it chooses one.
        if (request.at("/auth/type").asText().equals("oauth2")) {
            request.set("auth", auth);
        }
        step.path("values").propertyStream().forEach(value -> fill(request, value.getKey(), value.getValue()));
        if (step.has("json")) {
            request.putArray("header").addObject().put("key", "Content-Type").put("value", "application/json");
            request.putObject("body")
                    .put("mode", "raw")
                    .put("raw", step.path("json").toString());
        }
        ObjectNode item = JSON.createObjectNode()
                .put("name", name + " → " + step.path("status").asInt());
        item.set("request", request);
        ArrayNode lines = item.putArray("event")
                .addObject()
                .put("listen", "test")
                .putObject("script")
                .putArray("exec");
        lines.add("pm.test('status', () => pm.response.to.have.status("
                + step.path("status").asInt() + "));");
        lines.add("pm.test('is tracked', () => pm.response.to.have.header('x-zm-trackingid'));");
        lines.add("pm.test('says', () => {" + step.path("test").asText() + "});");
        return item;
    }

    /** Fills in each parameter or field of that name; null leaves it out. */
    private static void fill(ObjectNode request, String name, JsonNode value) {
        boolean filled = false;
        for (String place : new String[] {"/url/variable", "/url/query", "/body/formdata", "/body/urlencoded"}) {
            for (JsonNode parameter : request.at(place)) {
                if (parameter.path("key").asText().equals(name)) {
                    ((ObjectNode) parameter).put("disabled", value.isNull()).set("value", value);
                    filled = true;
                }
            }
        }
        assertThat(filled).as("%s in %s", name, request).isTrue();
    }
}
