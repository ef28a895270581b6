package dev.porchlight.server.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The request of a Postman item. Of several media types that an operation takes, the first is sent. */
record PostmanRequest(Document api, String method, String path, JsonNode operation) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> FORMS =
            Map.of("multipart/form-data", "formdata", "application/x-www-form-urlencoded", "urlencoded");

    ObjectNode request() {
        ObjectNode request = JSON.objectNode().put("method", method.toUpperCase(Locale.ROOT));
        request.set("header", headers());
        addBody(request);
        request.set("url", url());
        return request;
    }

    /** The same as a saved response repeats it: with the token written out, as Postman does. */
    ObjectNode original() {
        ObjectNode request = JSON.objectNode().put("method", method.toUpperCase(Locale.ROOT));
        ArrayNode headers = request.putArray("header");
        if (!operation.path("security").isEmpty()) {
            headers.addObject()
                    .put("description", "Added as a part of security scheme: " + scheme())
                    .put("key", "Authorization")
                    .put("value", "<token>");
        }
        addBody(request);
        request.set("url", url());
        return request;
    }

    private String scheme() {
        return operation.path("security").path(0).fieldNames().next();
    }

    private ArrayNode headers() {
        ArrayNode headers = JSON.arrayNode();
        if (operation.has("requestBody")) {
            headers.addObject().put("key", "Content-Type").put("value", mediaType());
        }
        for (JsonNode parameter : parameters("header")) {
            headers.addObject()
                    .put("key", parameter.path("name").asText())
                    .put(
                            "value",
                            (isRequired(parameter) ? parameter.path("example") : parameter.at("/schema/default"))
                                    .asText())
                    .put("description", parameter.path("description").asText())
                    .put("disabled", true);
        }
        return headers;
    }

    private void addBody(ObjectNode request) {
        if (!operation.has("requestBody")) {
            return;
        }
        JsonNode content = operation.at("/requestBody/content").path(mediaType());
        JsonNode value = content.at("/examples/request/value");
        ObjectNode body = request.putObject("body");
        String form = FORMS.get(mediaType());
        if (form == null) {
            body.put("mode", "raw").put("raw", value.toPrettyString());
            body.putObject("options").putObject("raw").put("language", "json");
        } else {
            body.put("mode", form);
            addFields(body.putArray(form), value, api.resolved(content.path("schema")));
        }
    }

    private void addFields(ArrayNode fields, JsonNode value, JsonNode schema) {
        value.propertyStream()
                .forEach(field -> fields.addObject()
                        .put("key", field.getKey())
                        .put("value", field.getValue().asText())
                        .put(
                                "description",
                                api.resolved(schema.path("properties").path(field.getKey()))
                                        .path("description")
                                        .asText())
                        .put("type", "text"));
    }

    private ObjectNode url() {
        boolean zooms = path.startsWith("/v2/");
        String host = zooms ? "{{baseUrl}}" : "{{server}}";
        String rest = (zooms ? path.substring(3) : path).replace("{", ":").replace("}", "");
        ObjectNode url = JSON.objectNode().put("raw", host + rest);
        url.putArray("host").add(host);
        ArrayNode segments = url.putArray("path");
        Arrays.stream(rest.substring(1).split("/")).forEach(segments::add);
        List<JsonNode> query = parameters("query");
        if (!query.isEmpty()) {
            ArrayNode parameters = url.putArray("query");
            query.forEach(parameter -> parameters
                    .addObject()
                    .put("key", parameter.path("name").asText())
                    .put("value", example(parameter).asText())
                    .put("description", parameter.path("description").asText())
                    .put("disabled", !isRequired(parameter)));
        }
        addVariables(url);
        return url;
    }

    private static JsonNode example(JsonNode parameter) {
        return isRequired(parameter) ? parameter.path("example") : parameter.at("/schema/default");
    }

    private static boolean isRequired(JsonNode parameter) {
        return parameter.path("required").asBoolean();
    }

    private void addVariables(ObjectNode url) {
        List<JsonNode> named = parameters("path");
        if (!named.isEmpty()) {
            ArrayNode variables = url.putArray("variable");
            named.forEach(parameter -> variables
                    .addObject()
                    .put("key", parameter.path("name").asText())
                    .put("value", parameter.path("example").asText())
                    .put("description", parameter.path("description").asText()));
        }
    }

    private String mediaType() {
        return operation.at("/requestBody/content").fieldNames().next();
    }

    private List<JsonNode> parameters(String in) {
        return operation
                .path("parameters")
                .valueStream()
                .map(api::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .toList();
    }
}
