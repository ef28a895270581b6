package dev.porchlight.reference.collection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A value of a collection's JSON with the way to it, such as {@code $.item[3].request.url}. What is missing is a node, too:
 * asking it gives nothing. What has the wrong shape is noted and read as nothing, unless {@link #refuse} is called.
 */
public record Node(JsonNode value, String path, Consumer<Flaw> flaws) {
    private static final int SHOWN = 40;

    public Node at(String field) {
        return new Node(value.path(field), path + "." + field, flaws);
    }

    public boolean isMissing() {
        return value.isMissingNode() || value.isNull();
    }

    public boolean isText() {
        return value.isTextual();
    }

    public boolean isObject() {
        return value.isObject();
    }

    public boolean isArray() {
        return value.isArray();
    }

    /** Its text; a number or a truth value as it is written; of anything else the text given. */
    public String text(String otherwise) {
        if (value.isValueNode() && !isMissing()) {
            return Unicode.whole(value.asText());
        }
        if (!isMissing()) {
            note("text");
        }
        return otherwise;
    }

    /** Text, where the format has text or an object with the text as {@code content}. */
    public String description() {
        return isObject() ? at("content").text("") : text("");
    }

    /** Its elements; none when there are none to be had. */
    public List<Node> elements() {
        List<Node> elements = new ArrayList<>(value.size());
        if (isArray()) {
            for (int i = 0; i < value.size(); i++) {
                elements.add(new Node(value.path(i), path + "[" + i + "]", flaws));
            }
        } else if (!isMissing()) {
            note("a list");
        }
        return elements;
    }

    /** The elements that are objects; the others are noted. */
    public List<Node> objects() {
        List<Node> objects = new ArrayList<>();
        for (Node element : elements()) {
            if (element.isObject()) {
                objects.add(element);
            } else {
                element.note("an object");
            }
        }
        return objects;
    }

    public boolean isTrue(String field) {
        return value.path(field).asBoolean(false);
    }

    public void note(String expected) {
        flaws.accept(flaw(expected));
    }

    /** For the caller to throw: without this value there is no going on. */
    public FlawedException refuse(String expected) {
        return new FlawedException(flaw(expected));
    }

    private Flaw flaw(String expected) {
        return new Flaw(path, found(), expected);
    }

    private String found() {
        if (value.isMissingNode()) {
            return "nothing";
        }
        if (isObject()) {
            return "an object";
        }
        if (isArray()) {
            return "a list";
        }
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
