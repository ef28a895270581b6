package dev.porchlight.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The library's exceptions in our words: the field, what was found and what was expected; no name of a class.
 *
 * @param parser still open, standing where the reading failed
 */
record Misread(JsonParser parser) {
    private static final int MAX_SHOWN = 64;

    Problem problem(JacksonException e) throws IOException {
        if (e.getCause() instanceof JacksonException inner) {
            return inner instanceof InputCoercionException coercion
                    ? field(e, coercion.getTargetType())
                    : problem(inner);
        }
        return switch (e) {
            case StreamConstraintsException tooMuch ->
                syntax(
                        tooMuch,
                        "nested too deeply or a number too long (expected: at most " + Json.MAX_DEPTH + " levels and "
                                + Json.MAX_NUMBER_LENGTH + " digits)");
            case StreamReadException bad
            when String.valueOf(bad.getMessage()).startsWith("Duplicate") -> syntax(bad, "a name given twice");
            case MismatchedInputException type -> field(type, type.getTargetType());
            default -> syntax(e, "not JSON");
        };
    }

    private static Problem syntax(JacksonException e, String what) {
        JsonLocation at = e.getLocation();
        String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        return Problem.notAnObject(place + what);
    }

    private Problem field(JacksonException e, @Nullable Class<?> type) throws IOException {
        String path = path(e);
        return path.isEmpty()
                ? Problem.notAnObject(found() + " (expected: an object)")
                : Problem.invalidFields(List.of(Problem.FieldError.of(path, found(), Expected.of(type))));
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        if (e instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
                }
            }
        }
        return path.toString();
    }

    private String found() throws IOException {
        return switch (parser.currentToken()) {
            case null -> "nothing";
            case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_STRING -> '"' + cut(parser.getText()) + '"';
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> cut(parser.getText());
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "null";
        };
    }

    private static String cut(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
