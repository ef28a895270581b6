package dev.porchlight.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The body of a request, member by member; what is not given is left out. */
public final class Body {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    public Body with(String member, @Nullable String value) {
        if (value != null) {
            node.put(member, value);
        }
        return this;
    }

    public Body with(String member, long value) {
        node.put(member, value);
        return this;
    }

    public Body with(String member, boolean value) {
        node.put(member, value);
        return this;
    }

    public Body with(String member, Collection<String> values) {
        values.forEach(node.withArray(member)::add);
        return this;
    }

    public Body with(String member, Body value) {
        node.set(member, value.node);
        return this;
    }

    public ObjectNode json() {
        return node;
    }
}
