package dev.porchlight.server.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;

/** The saved responses of a Postman item: one for each example of each status that is described, named as the seed does. */
record PostmanResponses(Document api, PostmanRequest request) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ArrayNode of(JsonNode operation) {
        ArrayNode saved = JSON.arrayNode();
        operation.path("responses").propertyStream().forEach(entry -> {
            int status = Integer.parseInt(entry.getKey());
            JsonNode response = api.resolved(entry.getValue());
            JsonNode content = response.path("content");
            if (content.isMissingNode()) {
                saved.add(saved(status, response.path("description").asText(), response, ""));
            }
            content.propertyStream()
                    .forEach(media -> media.getValue()
                            .path("examples")
                            .valueStream()
                            .map(api::resolved)
                            .forEach(example ->
                                    saved.add(saved(status, description(example), response, body(example)))));
        });
        return saved;
    }

    private ObjectNode saved(int status, String description, JsonNode response, String body) {
        String phrase = HttpResponseStatus.valueOf(status).reasonPhrase();
        ObjectNode saved = JSON.objectNode()
                .put("name", "**HTTP Status Code:** `" + status + "` **" + phrase + "**<br>\n" + description);
        saved.set("originalRequest", request.original());
        saved.put("status", phrase)
                .put("code", status)
                .put("_postman_previewlanguage", body.startsWith("{") ? "json" : "text")
                .set("header", headers(response));
        saved.putArray("cookie");
        return saved.put("body", body);
    }

    private static String description(JsonNode example) {
        JsonNode value = example.path("value");
        String summary = example.path("summary").asText() + ".";
        return value.has("code") && value.has("message")
                ? "**Error Code:** `" + value.path("code").asText() + "`<br>\n"
                        + value.path("message").asText() + "<br>\n" + summary
                : summary;
    }

    private static String body(JsonNode example) {
        JsonNode value = example.path("value");
        return value.isTextual() ? value.asText() : value.toPrettyString();
    }

    private ArrayNode headers(JsonNode response) {
        ArrayNode headers = JSON.arrayNode();
        if (response.has("content")) {
            String type = response.path("content").fieldNames().next();
            headers.addObject()
                    .put("key", "Content-Type")
                    .put("value", type.equals("application/json") ? type + "; charset=utf-8" : type);
        }
        response.path("headers").propertyStream().forEach(entry -> {
            JsonNode example = api.resolved(entry.getValue()).path("example");
            if (!example.isMissingNode()) {
                headers.addObject().put("key", entry.getKey()).put("value", example.asText());
            }
        });
        return headers;
    }
}
