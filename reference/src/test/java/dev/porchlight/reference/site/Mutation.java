package dev.porchlight.reference.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Collections gone wrong, by dice: types swapped, members dropped, depth, length, circles, scripts, cut bytes. */
final class Mutation {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NASTY = List.of(
            "<script>alert(1)</script>",
            "[x](javascript:alert(1))",
            "<img src=x onerror=alert(1)>",
            "{{a}}",
            "{{}}",
            "{{{{a}}}}",
            ":",
            "::",
            "/",
            "?",
            "#",
            "http://",
            "://",
            "%",
            "%zz",
            "\u0000",
            "\ud83d",
            "\n",
            "\r\nX: y",
            "'\"`\\",
            "\u202e",
            "GET ",
            "http://[::1",
            "a@b@c",
            "*".repeat(3000),
            ">".repeat(3000),
            "[".repeat(3000),
            "<".repeat(3000),
            "- ".repeat(2000));

    private final List<JsonNode> items;
    private final RandomGenerator dice;

    /** @param items to begin with */
    Mutation(List<JsonNode> items, RandomGenerator dice) {
        this.items = items;
        this.dice = dice;
    }

    byte[] next() {
        ObjectNode root = JSON.objectNode();
        root.putObject("info").put("name", "mutated");
        root.putObject("auth").put("type", "bearer");
        ArrayNode variables = root.putArray("variable");
        variables.addObject().put("key", "baseUrl").put("value", "http://127.0.0.1/v2");
        ArrayNode chosen = root.putArray("item");
        for (int i = dice.nextInt(1, 3); i > 0; i--) {
            chosen.add(items.get(dice.nextInt(items.size())).deepCopy());
        }
        circles(variables);
        for (int i = dice.nextInt(1, 6); i > 0; i--) {
            mutate(root);
        }
        byte[] bytes = deepened(root.toString()).getBytes(StandardCharsets.UTF_8);
        return dice.nextInt(30) == 0 ? java.util.Arrays.copyOf(bytes, dice.nextInt(bytes.length)) : bytes;
    }

    private void circles(ArrayNode variables) {
        switch (dice.nextInt(4)) {
            case 0 -> {
                variables.addObject().put("key", "a").put("value", "{{b}}");
                variables.addObject().put("key", "b").put("value", "x{{a}}{{b}}");
            }
            case 1 -> {
                for (int i = 0; i < 40; i++) {
                    String value = i == 39 ? "lots" : ("{{v" + (i + 1) + "}}").repeat(2);
                    variables.addObject().put("key", i == 0 ? "a" : "v" + i).put("value", value);
                }
            }
            default -> variables.addObject().put("key", "a").put("value", "plain");
        }
    }

    private void mutate(ObjectNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode container = containers.get(dice.nextInt(containers.size()));
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(dice.nextInt(names.size()));
            if (dice.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, value(object.path(name)));
            }
        } else if (container instanceof ArrayNode array && !array.isEmpty()) {
            int at = dice.nextInt(array.size());
            array.set(at, value(array.path(at)));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private JsonNode value(JsonNode old) {
        return switch (dice.nextInt(12)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(dice.nextInt());
            case 2 -> JSON.booleanNode(dice.nextBoolean());
            case 3 -> JSON.objectNode();
            case 4 -> JSON.arrayNode();
            case 5 -> JSON.arrayNode().add(old.deepCopy()).add(old.deepCopy());
            case 6 -> JSON.objectNode().set("item", JSON.arrayNode().add(old.deepCopy()));
            case 7 -> JSON.textNode("x".repeat(dice.nextInt(100_000)));
            case 8 -> JSON.textNode("DEEP");
            default -> JSON.textNode(NASTY.get(dice.nextInt(NASTY.size())) + (dice.nextBoolean() ? old.asText() : ""));
        };
    }

    /** A depth that no tree of this test could be written with. */
    private String deepened(String json) {
        int depth = dice.nextInt(1, 1_500);
        String open = dice.nextBoolean() ? "[" : "{\"item\":[";
        String close = open.equals("[") ? "]" : "]}";
        return json.replace("\"DEEP\"", open.repeat(depth) + close.repeat(depth));
    }
}
