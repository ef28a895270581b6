package dev.porchlight.server.http;

import dev.porchlight.server.body.Malformed;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem;
import java.util.List;

/** The refusals that more than one door gives: the error table of docs/zoom-wire.md. */
public final class Problems {
    private Problems() {}

    /** A refusal in the common envelope. */
    public static Reply problem(int status, int code, String message, String rule) {
        return problem(status, Problem.of(code, message), rule);
    }

    public static Reply problem(int status, Problem problem, String rule) {
        return Reply.json(status, Json.write(problem)).refusedBy(rule);
    }

    public static Reply badToken(String message) {
        return problem(401, 124, message, "TOKEN").with("WWW-Authenticate", "Bearer");
    }

    public static Reply scopeMissing(List<String> needed) {
        String named = String.join(", ", needed.subList(0, Math.min(2, needed.size())));
        return problem(400, 4711, "Invalid access token, does not contain scopes:[" + named + "].", "SCOPE");
    }

    /** Fields that hold what is not allowed, every one of them. */
    public static Reply invalid(List<Problem.FieldError> errors) {
        return problem(400, Problem.invalidFields(errors), "VALIDATION");
    }

    public static Reply malformed(String message) {
        return problem(400, 300, message, "MALFORMED");
    }

    public static Reply tooLarge(int limit) {
        Malformed tooLarge = Malformed.tooLarge(limit);
        return problem(tooLarge.httpStatus(), tooLarge.problem(), "BODY_SIZE");
    }

    public static Reply unsupportedType(String message) {
        return problem(415, 300, message, "CONTENT_TYPE");
    }

    public static Reply badPageToken() {
        return problem(400, 300, "The next page token is invalid or expired.", "PAGE_TOKEN");
    }

    public static Reply noSuchUser(String userId) {
        return problem(404, 1001, "User does not exist: " + userId + ".", "NO_SUCH_USER");
    }

    public static Reply noSuchAccount(String account) {
        return problem(404, 2001, "Account does not exist: " + account + ".", "NO_SUCH_ACCOUNT");
    }

    public static Reply noMe() {
        return problem(
                400,
                4700,
                "Invalid access token: a server-to-server token has no \"me\" (expected: a user's id or e-mail address).",
                "NO_ME");
    }

    /** The administrator's routes, to everybody else. */
    public static Reply notAdministrator(String needed) {
        return problem(400, 4711, "Invalid access token, does not contain scopes:[" + needed + "].", "SCOPE");
    }

    public static Reply unknownPath() {
        return problem(404, 2300, "This API endpoint is not recognized.", "UNKNOWN_PATH");
    }

    public static Reply wrongMethod(String method, List<String> allowed) {
        String expected = String.join(", ", allowed);
        return problem(405, 2300, "Method " + method + " is not allowed here (expected: " + expected + ").", "METHOD")
                .with("Allow", expected);
    }

    public static Reply unavailable(String why) {
        return problem(503, 503, "Porchlight cannot answer now: " + why, "UNAVAILABLE")
                .with("Retry-After", "1");
    }

    public static Reply internal() {
        return problem(500, 500, "Porchlight failed to answer this request. It is in the server's log.", "INTERNAL");
    }
}
