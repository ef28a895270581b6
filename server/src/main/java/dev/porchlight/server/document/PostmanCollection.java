package dev.porchlight.server.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the Postman collection (format v2.1) of the OpenAPI document: a folder for each tag, an item for each operation. */
final class PostmanCollection {
    static final String SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> METHODS = List.of("put", "get", "post", "patch", "delete");

    private final Document api;
    private final String address;

    /** @param address where clients find the API */
    PostmanCollection(Document api, String address) {
        this.api = api;
        this.address = address;
    }

    String text() {
        return collection().toPrettyString() + "\n";
    }

    private ObjectNode collection() {
        ObjectNode collection = JSON.objectNode();
        collection
                .putObject("info")
                .put("name", api.root().at("/info/title").asText())
                .put("description", api.root().at("/info/description").asText())
                .put("schema", SCHEMA);
        collection.set("auth", credentials("bearer", "token", "{{token}}"));
        collection.set("item", folders());
        collection.set("variable", variables());
        return collection;
    }

    private ArrayNode folders() {
        Map<String, ArrayNode> items = new LinkedHashMap<>();
        ArrayNode folders = JSON.arrayNode();
        for (JsonNode tag : api.root().path("tags")) {
            ObjectNode folder = folders.addObject()
                    .put("name", tag.path("name").asText())
                    .put("description", tag.path("description").asText());
            items.put(tag.path("name").asText(), folder.putArray("item"));
        }
        api.root()
                .path("paths")
                .propertyStream()
                .forEach(path -> METHODS.stream().filter(path.getValue()::has).forEach(method -> {
                    JsonNode operation = path.getValue().path(method);
                    String tag = operation.at("/tags/0").asText();
                    items.getOrDefault(tag, folders).add(item(method, path.getKey(), operation));
                }));
        return folders;
    }

    private ObjectNode item(String method, String path, JsonNode operation) {
        PostmanRequest request = new PostmanRequest(api, method, path, operation);
        ObjectNode item =
                JSON.objectNode().put("name", operation.path("summary").asText());
        ObjectNode described = request.request();
        JsonNode auth = auth(operation.path("security"));
        if (!auth.isMissingNode()) {
            described.set("auth", auth);
        }
        item.set(
                "request",
                described.put("description", operation.path("description").asText()));
        item.set("response", new PostmanResponses(api, request).of(operation));
        return item;
    }

    /** Missing where the collection's own credentials are meant. */
    private static JsonNode auth(JsonNode security) {
        if (security.isEmpty()) {
            return JSON.objectNode().put("type", "noauth");
        }
        String scheme = security.path(0).fieldNames().next();
        return switch (scheme) {
            case "token" -> JSON.missingNode();
            case "operator" -> credentials("bearer", "token", "{{operatorToken}}");
            case "client" -> credentials("basic", "username", "{{clientId}}", "password", "{{clientSecret}}");
            default -> throw new IllegalArgumentException(scheme);
        };
    }

    private static ObjectNode credentials(String type, String... pairs) {
        ObjectNode auth = JSON.objectNode().put("type", type);
        ArrayNode values = auth.putArray(type);
        for (int i = 0; i < pairs.length; i += 2) {
            values.addObject().put("key", pairs[i]).put("value", pairs[i + 1]).put("type", "string");
        }
        return auth;
    }

    private ArrayNode variables() {
        ArrayNode variables = JSON.arrayNode();
        variable(variables, "baseUrl", address + "/v2", "Zoom's API, as this server answers it.");
        variable(variables, "server", address, "This server.");
        variable(variables, "token", "", "An access token.");
        variable(variables, "operatorToken", "", "The operator's token, from control.json.");
        variable(variables, "clientId", "", "An app's client id.");
        variable(variables, "clientSecret", "", "An app's client secret.");
        return variables;
    }

    private static void variable(ArrayNode variables, String key, String value, String description) {
        variables.addObject().put("key", key).put("value", value).put("description", description);
    }
}
