package dev.porchlight.wire;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the required fields that a request lacks, in records and lists within it too. */
final class Missing {
    private Missing() {}

    static List<Problem.FieldError> in(Record value) {
        List<Problem.FieldError> errors = new ArrayList<>();
        collect(value, "", errors);
        return errors;
    }

    private static void collect(Record value, String path, List<Problem.FieldError> errors) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String field = path + snakeCase(component.getName());
            Object held = get(value, component);
            if (held == null && component.isAnnotationPresent(Required.class)) {
                errors.add(Problem.FieldError.of(field, "missing", Expected.of(component.getType())));
            } else if (held instanceof Record inner) {
                collect(inner, field + ".", errors);
            } else if (held instanceof List<?> list) {
                elements(list, field, errors);
            }
        }
    }

    private static void elements(List<?> list, String field, List<Problem.FieldError> errors) {
        for (int at = 0; at < list.size(); at++) {
            if (list.get(at) instanceof Record inner) {
                collect(inner, field + "[" + at + "].", errors);
            }
        }
    }

    private static @Nullable Object get(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record's accessor is public and throws nothing", e);
        }
    }

    private static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }
}
