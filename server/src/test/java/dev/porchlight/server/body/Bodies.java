package dev.porchlight.server.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.wire.Problem.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads bodies as a request would bring them. */
final class Bodies {
    private Bodies() {}

    static Parsed parse(String contentType, String body) {
        return RequestBody.parse(List.of(contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, Value> fields(String contentType, String body) {
        return fields(parse(contentType, body));
    }

    static Map<String, Value> fields(Parsed parsed) {
        assertThat(parsed).isInstanceOf(Fields.class);
        return ((Fields) parsed).values();
    }

    static FieldError refusal(Parsed parsed, int httpStatus, String message) {
        assertThat(parsed).isInstanceOf(Malformed.class);
        Malformed malformed = (Malformed) parsed;
        assertThat(malformed.httpStatus()).isEqualTo(httpStatus);
        assertThat(malformed.problem().code()).isEqualTo(300);
        assertThat(malformed.problem().message()).isEqualTo(message);
        assertThat(malformed.problem().errors()).hasSize(1);
        return malformed.problem().errors().getFirst();
    }

    static Value text(String text) {
        return new Value.Text(text);
    }
}
