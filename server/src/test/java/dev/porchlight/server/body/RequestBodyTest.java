package dev.porchlight.server.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.wire.Problem.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    private static final String ALLOWED =
            "(expected: multipart/form-data, application/x-www-form-urlencoded or application/json)";

    @ParameterizedTest
    @CsvSource({
        "application/json, '{\"status\":\"Away\"}'",
        "APPLICATION/JSON ;charset=utf-8, '{\"status\":\"Away\"}'",
        "application/x-www-form-urlencoded; charset=UTF-8, status=Away",
        "Application/X-WWW-Form-Urlencoded, status=Away"
    })
    void theMediaTypeIsReadInAnyLetterCaseAndWithParameters(String type, String body) {
        assertThat(Bodies.fields(type, body)).containsEntry("status", Bodies.text("Away"));
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/vnd.x+json", "'application/json, text/plain'", "multipart/mixed", "json"})
    void anotherTypeIsRefusedWithTheThreeThatAreAllowed(String type) {
        assertThat(Bodies.refusal(Bodies.parse(type, "x"), 415, "Unsupported Content-Type."))
                .isEqualTo(new FieldError("Content-Type", "Content-Type: " + type + " " + ALLOWED));
    }

    @Test
    void aBodyWithoutATypeIsRefused() {
        for (List<String> types : List.of(List.<String>of(), List.of(" "))) {
            assertThat(Bodies.refusal(
                            RequestBody.parse(types, "{\"status\":\"Away\"}".getBytes(StandardCharsets.UTF_8)),
                            415,
                            "Unsupported Content-Type."))
                    .isEqualTo(new FieldError("Content-Type", "Content-Type: missing " + ALLOWED));
        }
    }

    @Test
    void noBodyAndNoTypeIsNoFields() {
        assertThat(Bodies.fields(RequestBody.parse(List.of(), new byte[0]))).isEmpty();
    }

    @Test
    void twoTypesAreRefusedEvenIfTheyAgree() {
        Parsed parsed = RequestBody.parse(
                List.of("application/json", "application/json"), "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(Bodies.refusal(parsed, 400, "Invalid Content-Type.").message())
                .isEqualTo("Content-Type: given 2 times (expected: once)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary",
                "multipart/form-data; boundary=\"abc",
                "multipart/form-data; boundary=a; boundary=b",
                "multipart/form-data; =a"
            })
    void aTypeWhoseParametersCannotBeReadIsRefused(String type) {
        assertThat(Bodies.refusal(Bodies.parse(type, "--a\r\n"), 400, "Invalid Content-Type.")
                        .message())
                .startsWith("Content-Type: unreadable");
    }

    @Test
    void exactlyTheLimitIsReadAndOneByteMoreIsNot() {
        String body = "a=" + "x".repeat(RequestBody.MAX_BYTES - 2);
        assertThat(Bodies.fields(MediaType.FORM, body)).containsKey("a");
        assertThat(Bodies.refusal(Bodies.parse(MediaType.FORM, body + "x"), 413, "Request Body is too large.")
                        .message())
                .isEqualTo("body: too large (expected: at most 16384 bytes)");
    }
}
