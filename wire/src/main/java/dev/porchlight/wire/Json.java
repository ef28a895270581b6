package dev.porchlight.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Records to JSON and back: names in snake_case, instants as ISO 8601 in UTC, compact, null not written, unknown fields
 * ignored. Safe for many threads. It checks shapes, not values: whether a duration makes sense is not known here.
 */
public final class Json {
    /** Deeper nesting is refused: no request needs it, and it is a way to use up a reader's stack. */
    public static final int MAX_DEPTH = 32;
    /** Longer numbers are refused: turning digits into a number takes more than linear time. */
    public static final int MAX_NUMBER_LENGTH = 100;

    private static final ObjectMapper MAPPER = mapper();
    private static final ObjectWriter JAVA_SCRIPT = MAPPER.writer().without(JsonWriteFeature.WRITE_HEX_UPPER_CASE);

    private Json() {}

    /** The record as UTF-8. Half a surrogate pair, which UTF-8 cannot hold, becomes a question mark. */
    public static byte[] write(Record value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The record as text, for a line of a file or an event. */
    public static String text(Record value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a record of the wire: " + value.getClass(), e);
        }
    }

    /**
     * The record as text that JavaScript prints as it is when it has parsed it: JSON.stringify (ECMA-262) has the hexadecimal
     * digits of its few escapes in lower case. Whole numbers up to 2<sup>53</sup> only.
     */
    public static String asJavaScriptPrintsIt(Record value) {
        try {
            return JAVA_SCRIPT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a record of the wire: " + value.getClass(), e);
        }
    }

    /** Reads one JSON object, which must be all that the bytes hold. */
    public static <T extends Record> Read<T> read(byte[] utf8, Class<T> type) {
        String text = Utf8.decode(utf8, 0, utf8.length);
        if (text == null) {
            return new Read.Bad<>(Problem.notAnObject("bytes that are not UTF-8 (expected: JSON in UTF-8)"));
        }
        return read(text, type);
    }

    /** Reads one JSON object, which must be all that the text holds. */
    public static <T extends Record> Read<T> read(String text, Class<T> type) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            return bind(parser, type);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    private static <T extends Record> Read<T> bind(JsonParser parser, Class<T> type) throws IOException {
        try {
            T value = MAPPER.readValue(parser, type);
            if (value == null) {
                return new Read.Bad<>(Problem.notAnObject("null (expected: an object)"));
            }
            List<Problem.FieldError> missing = Missing.in(value);
            return missing.isEmpty() ? new Read.Good<>(value) : new Read.Bad<>(Problem.invalidFields(missing));
        } catch (JacksonException e) {
            return new Read.Bad<>(new Misread(parser).problem(e));
        }
    }

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .withCoercionConfig(
                        LogicalType.Textual,
                        strings -> strings.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(InstantText.module())
                .build();
    }
}
