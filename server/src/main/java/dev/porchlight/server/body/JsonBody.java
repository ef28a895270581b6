package dev.porchlight.server.body;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A JSON object, of which only the outermost fields are looked at (RFC 8259). */
final class JsonBody {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Json.MAX_DEPTH)
                    .maxNumberLength(Json.MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private JsonBody() {}

    static Parsed parse(byte[] body) {
        String text = Utf8.decode(body, 0, body.length);
        if (text == null) {
            return Malformed.json("bytes that are not UTF-8 (expected: JSON in UTF-8)");
        }
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        try (JsonParser parser = FACTORY.createParser(marked ? text.substring(1) : text)) {
            return object(parser);
        } catch (StreamConstraintsException e) {
            return Malformed.json(place(e) + "nested too deeply or a number too long (expected: at most "
                    + Json.MAX_DEPTH + " levels and " + Json.MAX_NUMBER_LENGTH + " digits)");
        } catch (JacksonException e) {
            return Malformed.json(place(e) + "not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    private static Parsed object(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Malformed.json(found(parser) + " (expected: an object)");
        }
        Fields fields = new Fields();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL && !fields.put(name, value(parser))) {
                return Malformed.json(Malformed.tooManyFields());
            }
        }
        return parser.nextToken() == null
                ? fields
                : Malformed.json(found(parser) + " after the object (expected: one object)");
    }

    private static Value value(JsonParser parser) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return new Value.Text(parser.getText());
        } else if (parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            return new Value.Numeral(parser.getText());
        }
        Value value = new Value.Unusable(found(parser));
        parser.skipChildren();
        return value;
    }

    private static String found(JsonParser parser) {
        return switch (parser.currentToken()) {
            case null -> "nothing";
            case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "null";
        };
    }

    private static String place(JacksonException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }
}
