package dev.porchlight.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.wire.Problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final Instant NOON = Instant.parse("2026-03-27T12:00:00Z");

    static Stream<Arguments> written() {
        return Stream.of(
                Arguments.of(
                        Problem.of(124, "Invalid access token."), "{'code':124,'message':'Invalid access token.'}"),
                Arguments.of(
                        Problem.invalidFields(List.of(FieldError.of("duration", "0", "1 to 1440 minutes"))),
                        "{'code':300,'message':'Validation Failed.','errors':[{'field':'duration','message':"
                                + "'duration: 0 (expected: 1 to 1440 minutes)'}]}"),
                Arguments.of(PresenceStatusReply.of("Available"), "{'status':'Available'}"),
                Arguments.of(
                        new PresenceStatusReply("Do_Not_Disturb", NOON, 60L),
                        "{'status':'Do_Not_Disturb','end_time':'2026-03-27T12:00:00Z','remaining_time':60}"),
                Arguments.of(new OAuthProblem("why", "invalid_grant"), "{'reason':'why','error':'invalid_grant'}"),
                Arguments.of(RevokeReply.SUCCESS, "{'status':'success'}"),
                Arguments.of(
                        new AccessTokenReply("t", "bearer", null, 3600, "a b", "http://h"),
                        "{'access_token':'t','token_type':'bearer','expires_in':3600,'scope':'a b','api_url':'http://h'}"),
                Arguments.of(
                        new WatchEvent("ada", "Away", NOON, null, 18, NOON.plusMillis(250)),
                        "{'user':'ada','status':'Away','since':'2026-03-27T12:00:00Z','revision':18,"
                                + "'changed_at':'2026-03-27T12:00:00.250Z'}"),
                Arguments.of(new QueryReply(List.of(), List.of("é/\"<")), "{'users':[],'unknown':['é/\\\"<']}"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void aReplyIsCompactInSnakeCaseAndLeavesOutWhatIsNull(Record value, String json) {
        assertThat(Json.text(value)).isEqualTo(json.replace('\'', '"'));
        assertThat(Json.write(value)).isEqualTo(json.replace('\'', '"').getBytes(UTF_8));
    }

    @Test
    void aWrittenRecordReadsBack() {
        PresenceReply reply = new PresenceReply(
                "ada",
                "Away",
                NOON,
                null,
                7,
                new PresenceReply.Why(
                        "newer_claim",
                        "claim:calendar",
                        List.of(new PresenceReply.SessionLine("s", "desktop", "5.3", "idle", NOON, NOON, NOON)),
                        List.of(new PresenceReply.ClaimLine("calendar", "Away", NOON, null)),
                        new PresenceReply.DeclarationLine("Busy", NOON, NOON, "user:ada"),
                        NOON));
        assertThat(Json.read(Json.write(reply), PresenceReply.class)).isEqualTo(new Read.Good<>(reply));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"Away\"}",
                " {\"status\" : \"Away\", \"duration\":null}\r\n",
                "{\"unknown\":{\"a\":[1,{}]},\"status\":\"Away\"}"
            })
    void nullIsAbsentAndUnknownFieldsAreIgnored(String json) {
        assertThat(Json.read(json, DeclarationRequest.class))
                .isEqualTo(new Read.Good<>(new DeclarationRequest("Away", null)));
    }

    @Test
    void anInstantMayHaveAnOffset() {
        assertThat(Json.read("{\"status\":\"Busy\",\"until\":\"2026-03-27T14:00:00+02:00\"}", ClaimRequest.class))
                .isEqualTo(new Read.Good<>(new ClaimRequest("Busy", NOON, null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"status":5}                            | status: 5 (expected: a string)
                    {"status":true}                         | status: true (expected: a string)
                    {"status":{}}                           | status: an object (expected: a string)
                    {"status":["Away"]}                     | status: a list (expected: a string)
                    {"duration":20}                         | status: missing (expected: a string)
                    {"status":null}                         | status: missing (expected: a string)
                    {"status":"Busy","duration":"20"}       | duration: "20" (expected: a whole number)
                    {"status":"Busy","duration":""}         | duration: "" (expected: a whole number)
                    {"status":"Busy","duration":1.5}        | duration: 1.5 (expected: a whole number)
                    {"status":"Busy","duration":true}       | duration: true (expected: a whole number)
                    {"status":"Busy","duration":99999999999}| duration: 99999999999 (expected: a whole number)
                    {"status":"Busy","duration":[]}         | duration: a list (expected: a whole number)
                    {"status":"Busy","until":"tomorrow"}    | until: "tomorrow" (expected: an instant such as 2026-03-27T04:00:00Z)
                    {"status":"Busy","until":20}            | until: 20 (expected: an instant such as 2026-03-27T04:00:00Z)
                    {"status":"Busy","until":"1969-12-31T23:59:59Z"} | until: "1969-12-31T23:59:59Z" (expected: an instant such as 2026-03-27T04:00:00Z)
                    {"status":"Busy","until":"+99999-01-01T00:00:00Z"} | until: "+99999-01-01T00:00:00Z" (expected: an instant such as 2026-03-27T04:00:00Z)
                    """)
    void aFieldOfAnotherTypeIsNamedWithFoundAndExpected(String json, String message) {
        assertThat(problem(json, ClaimRequest.class))
                .isEqualTo(Problem.invalidFields(
                        List.of(new FieldError(message.substring(0, message.indexOf(':')), message))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"users":["ada",7]}    | users[1]: 7 (expected: a string)
                    {"users":["ada",null]} | users[1]: null (expected: a string)
                    {"users":"ada"}        | users: "ada" (expected: a list)
                    {}                     | users: missing (expected: a list)
                    """)
    void anElementOfAListIsNamedByItsIndex(String json, String message) {
        assertThat(problem(json, QueryRequest.class).errors())
                .extracting(FieldError::message)
                .containsExactly(message);
    }

    @Test
    void everyMissingFieldIsNamedWithItsPath() {
        assertThat(problem("{\"user_info\":{\"type\":1}}", CreateUserRequest.class)
                        .errors())
                .extracting(FieldError::message)
                .containsExactly(
                        "action: missing (expected: a string)", "user_info.email: missing (expected: a string)");
        assertThat(problem("{\"action\":\"create\"}", CreateUserRequest.class).errors())
                .extracting(FieldError::message)
                .containsExactly("user_info: missing (expected: an object)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                        | nothing (expected: an object)
                    null                      | null (expected: an object)
                    []                        | a list (expected: an object)
                    "Away"                    | "Away" (expected: an object)
                    7                         | 7 (expected: an object)
                    {"status":"Away"          | line 1, column 17: not JSON
                    {"status":"Away"}}        | line 1, column 18: not JSON
                    {'status':'Away'}         | line 1, column 2: not JSON
                    {"status":"Away",}        | line 1, column 18: not JSON
                    status=Away               | line 1, column 1: not JSON
                    {"status":"a","status":"b"} | line 1, column 23: a name given twice
                    """)
    void whatIsNotOneJsonObjectIsRefusedWithThePlace(String json, String detail) {
        Problem problem = problem(json, DeclarationRequest.class);
        assertThat(problem.message()).isEqualTo("Request Body should be a valid JSON object.");
        assertThat(problem.errors()).containsExactly(new FieldError("body", detail));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] latin1 = "{\"status\":\"é\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(Json.read(latin1, DeclarationRequest.class))
                .isEqualTo(new Read.Bad<>(Problem.notAnObject("bytes that are not UTF-8 (expected: JSON in UTF-8)")));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 500, 100_000})
    void deepNestingIsRefusedEvenInAFieldThatNobodyReads(int depth) {
        Problem problem = problem("{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}", DeclarationRequest.class);
        assertThat(problem.errors().getFirst().message()).contains("(expected: at most 32 levels and 100 digits)");
    }

    @Test
    void aNumberOfManyDigitsIsRefusedWithoutWorkingItOut() {
        Problem problem =
                problem("{\"status\":\"a\",\"duration\":" + "9".repeat(10_000) + "}", DeclarationRequest.class);
        assertThat(problem.errors().getFirst().message()).contains("(expected: at most 32 levels and 100 digits)");
    }

    private static <T extends Record> Problem problem(String json, Class<T> type) {
        return switch (Json.read(json, type)) {
            case Read.Bad<T>(Problem problem) -> problem;
            case Read.Good<T>(T value) -> throw new AssertionError("read as " + value);
        };
    }
}
