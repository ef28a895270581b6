package dev.porchlight.reference.request;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.porchlight.reference.collection.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An item's body, and the media type that it brings along. */
final class Bodies {
    private static final Map<String, String> LANGUAGES = Map.of(
            "json", "application/json",
            "xml", "application/xml",
            "html", "text/html",
            "javascript", "application/javascript",
            "text", "text/plain");

    private final Variables variables;

    Bodies(Variables variables) {
        this.variables = variables;
    }

    /** @param mediaType empty when the body, or its absence, brings none */
    record Typed(Body body, String mediaType) {
        static final Typed NONE = new Typed(new Body.None(), "");
    }

    Typed of(Node body) {
        if (body.isMissing() || body.isTrue("disabled")) {
            return Typed.NONE;
        }
        if (!body.isObject()) {
            throw body.refuse("a body, which is an object with a mode");
        }
        String mode = body.at("mode").text("");
        return switch (mode) {
            case "raw" -> raw(body);
            case "urlencoded" -> form(body.at("urlencoded"));
            case "formdata" -> multipart(body.at("formdata"));
            case "graphql" -> graphQl(body.at("graphql"));
            case "file" -> file(body.at("file"));
            case "" -> Typed.NONE;
            default -> {
                body.at("mode").note("raw, urlencoded, formdata, graphql or file");
                yield Typed.NONE;
            }
        };
    }

    private Typed raw(Node body) {
        Node raw = body.at("raw");
        if (raw.isObject() || raw.isArray()) {
            throw raw.refuse("text");
        }
        String content = resolved(raw);
        String language = body.at("options").at("raw").at("language").text("text");
        return content.isEmpty()
                ? Typed.NONE
                : new Typed(new Body.Text(Secrets.hiddenIn(content)), LANGUAGES.getOrDefault(language, "text/plain"));
    }

    private Typed form(Node list) {
        List<Parameter> fields = new ArrayList<>();
        for (Node field : fields(list)) {
            String name = resolved(field.at("key"));
            fields.add(new Parameter(name, Secrets.hidden(name, resolved(field.at("value")))));
        }
        return fields.isEmpty() ? Typed.NONE : new Typed(new Body.Form(fields), "application/x-www-form-urlencoded");
    }

    private Typed multipart(Node list) {
        List<Part> parts = new ArrayList<>();
        for (Node field : fields(list)) {
            String name = resolved(field.at("key"));
            String type = resolved(field.at("contentType"));
            if (field.at("type").text("text").equals("file")) {
                parts.addAll(files(name, type, field));
            } else {
                parts.add(new Part.Text(name, Secrets.hidden(name, resolved(field.at("value"))), type));
            }
        }
        return parts.isEmpty() ? Typed.NONE : new Typed(new Body.Multipart(parts), "");
    }

    private List<Part> files(String name, String type, Node field) {
        Node source = field.at("src");
        List<String> paths = source.isArray()
                ? source.elements().stream().map(this::resolved).toList()
                : List.of(resolved(source));
        return (paths.isEmpty() ? List.of("") : paths)
                .stream()
                        .<Part>map(path -> new Part.File(
                                name, path, type.isEmpty() && !path.isEmpty() ? MediaTypes.of(path) : type))
                        .toList();
    }

    private static List<Node> fields(Node list) {
        if (list.isText()) {
            throw list.refuse("a list of fields");
        }
        return list.objects().stream()
                .filter(field -> !field.isTrue("disabled"))
                .toList();
    }

    private Typed graphQl(Node graphQl) {
        if (!graphQl.isObject()) {
            graphQl.note("an object with a query");
            return Typed.NONE;
        }
        String given = resolved(graphQl.at("variables"));
        Optional<String> variables = given.isBlank() ? Optional.empty() : Optional.of(given);
        String query = resolved(graphQl.at("query"));
        String operation = resolved(graphQl.at("operationName"));
        String content = "{\"query\":" + TextNode.valueOf(query)
                + (operation.isEmpty() ? "" : ",\"operationName\":" + TextNode.valueOf(operation))
                + variables.map(text -> ",\"variables\":" + text).orElse("") + "}";
        return new Typed(new Body.Text(content), "application/json");
    }

    private Typed file(Node file) {
        String path = file.isText() ? resolved(file) : resolved(file.at("src"));
        return path.isEmpty() ? Typed.NONE : new Typed(new Body.File(path), MediaTypes.of(path));
    }

    private String resolved(Node text) {
        return variables.resolve(text.text(""), text);
    }
}
