package dev.porchlight.reference.request;

import dev.porchlight.reference.collection.Flaw;
import dev.porchlight.reference.collection.FlawedException;
import dev.porchlight.reference.collection.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values of {@code {{names}}}, for one thread. What is not set, set to nothing, or set by way of itself stays as it is written. */
final class Variables {
    private static final Pattern NAME = Pattern.compile("\\{\\{([^{}]+)}}");
    /** Values of values of values can grow without end: a text takes no more substitutions, and gets no longer. */
    private static final int MOST = 10_000;

    private static final int MAX_TEXT = 4 * 1024 * 1024;

    private final Map<String, String> values = new HashMap<>();
    private int substitutions;

    /** @param overriding names and values that win, then lists of variables, the nearest first */
    Variables(Map<String, String> overriding, Stream<Node> lists) {
        values.putAll(overriding);
        lists.forEach(this::add);
    }

    private void add(Node list) {
        for (Node variable : list.isArray() ? list.objects() : java.util.List.<Node>of()) {
            Node named = variable.at("key").isMissing() ? variable.at("id") : variable.at("key");
            String name = named.text("");
            if (!variable.isTrue("disabled") && !variable.at("value").isMissing()) {
                boolean secret = variable.value().path("type").asText().equals("secret");
                values.putIfAbsent(
                        name,
                        secret
                                ? Secrets.placeholder(name)
                                : variable.at("value").text(""));
            }
        }
    }

    /** From now on the name stands for the placeholder of a secret, if it has a value. */
    void hide(String text, String placeholder) {
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            values.computeIfPresent(names.group(1).strip(), (name, value) -> value.isEmpty() ? value : placeholder);
        }
    }

    String resolve(String text, Node from) {
        substitutions = 0;
        return text.contains("{{") ? resolve(text, new HashSet<>(), from) : text;
    }

    private String resolve(String text, Set<String> open, Node from) {
        Matcher names = NAME.matcher(text);
        StringBuilder resolved = new StringBuilder();
        int end = 0;
        while (names.find()) {
            resolved.append(text, end, names.start())
                    .append(value(names.group(), names.group(1).strip(), open, from));
            end = names.end();
            limit(resolved, from);
        }
        return resolved.append(text, end, text.length()).toString();
    }

    private String value(String written, String name, Set<String> open, Node from) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            return Examples.of(name).orElse(written);
        }
        if (!open.add(name)) {
            return written;
        }
        String resolved = resolve(value, open, from);
        open.remove(name);
        return resolved;
    }

    private void limit(CharSequence text, Node from) {
        if (text.length() > MAX_TEXT) {
            throw new FlawedException(
                    new Flaw(from.path(), "variables that make more than 4 MiB of text", "at most 4 MiB"));
        }
        substitutions++;
        if (substitutions > MOST) {
            throw new FlawedException(
                    new Flaw(from.path(), "variables that take more than 10,000 substitutions", "at most 10,000"));
        }
    }
}
