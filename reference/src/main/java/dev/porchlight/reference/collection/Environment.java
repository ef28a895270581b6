package dev.porchlight.reference.collection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Postman environment: values of variables. */
public final class Environment {
    private Environment() {}

    /** Throws {@link FlawedException} when the bytes are no environment. */
    public static Map<String, String> read(byte[] json) {
        List<Flaw> flaws = new ArrayList<>();
        Node values = CollectionText.read(json, flaws::add).at("values");
        if (!values.isArray()) {
            throw values.refuse("the list of an environment's values");
        }
        Map<String, String> read = new LinkedHashMap<>();
        for (Node value : values.objects()) {
            boolean disabled = value.value().path("enabled").isBoolean() && !value.isTrue("enabled");
            if (!disabled) {
                read.put(value.at("key").text(""), value.at("value").text(""));
            }
        }
        return read;
    }
}
