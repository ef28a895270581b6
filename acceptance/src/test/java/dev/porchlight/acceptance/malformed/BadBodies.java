package dev.porchlight.acceptance.malformed;

import java.util.List;
import java.util.function.Supplier;

/** Well framed, but the body is not what its type says, too large, or of no type that we read. */
record BadBodies(Target target, Dice dice) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=B";
    private static final String JSON = "application/json";
    private static final int LIMIT = 16 * 1024;

    List<Supplier<Attack>> kinds() {
        return List.of(
                () -> refused("type", dice.of("text/plain", "image/png", "x", "", dice.letters(300)), "status=Away"),
                () -> refused("type", JSON + "\r\nContent-Type: " + JSON, "{\"status\":\"Away\"}"),
                () -> refused(
                        "contradiction",
                        MULTIPART,
                        dice.of("", "status=Away", "{\"status\":\"Away\"}", "--C\r\n--C--")),
                () -> refused("contradiction", FORM, dice.of("{\"status\":\"Away\"}", multipart("Away"), "[]")),
                () -> refused(
                        "contradiction", JSON, dice.of("", "status=Away", multipart("Away"), "null", "[]", "\"Away\"")),
                () -> refused(
                        "boundary",
                        "multipart/form-data"
                                + dice.of(
                                        "",
                                        ";",
                                        "; boundary",
                                        "; boundary=",
                                        "; boundary=\"B",
                                        "; boundary=B; boundary=B",
                                        "; boundary=" + "b".repeat(71)),
                        multipart("Away")),
                this::brokenMultipart,
                () -> refused("escape", FORM, "status=Away" + dice.of("%", "%4", "%zz", "&%=1", "%u0041")),
                () -> refused(
                        "json",
                        JSON,
                        "{\"status\":\"Away\""
                                + dice.of(
                                        "",
                                        ",",
                                        "}x",
                                        "}}",
                                        ",\"a\"}",
                                        ",\"a\":}",
                                        ",\"a\":'b'}",
                                        ",\"a\":\"\t\"}",
                                        ",\"a\":\"\0\"}",
                                        "}\0")),
                () -> refused(
                        "utf-8",
                        JSON,
                        "{\"status\":\"Away\",\"a\":\""
                                + dice.of(
                                        "\u00ff",
                                        "\u00c3",
                                        "\u00c0\u00af",
                                        "\u00ed\u00a0\u0080",
                                        "\u00f4\u0090\u0080\u0080")
                                + "\"}"),
                () -> refused("depth", JSON, "{\"a\":" + dice.of("[", "{\"a\":").repeat(1000 + dice.below(1500))),
                () -> refused("many", FORM, "a".concat("&status=Away").repeat(1) + many()),
                this::oversized,
                this::oversizedUnsent,
                this::otherPaths);
    }

    private Attack refused(String kind, String type, String body) {
        return Attack.of("body: " + kind, target.request("PUT", Target.STAYS, type, body), Expected.REFUSED);
    }

    private Attack brokenMultipart() {
        String whole = multipart("Away");
        String body = switch (dice.below(5)) {
            case 0 -> whole.substring(0, dice.below(whole.length() - 4));
            case 1 -> whole.replaceFirst("\r\n", "\n");
            case 2 -> whole.replace("form-data", dice.letters(5));
            case 3 -> whole.replace("Content-Disposition", dice.of("X", ":", "", "Content-Disposition : x\r\n :"));
            default -> whole.replace("\r\n\r\n", "\r\n");
        };
        return refused("multipart", MULTIPART, body);
    }

    private Attack oversized() {
        String body = "status=Away&a=" + "x".repeat(LIMIT - 13 + dice.below(dice.of(10, 100_000)));
        boolean chunked = dice.oneIn(2);
        String request = chunked
                ? target.head("PUT", Target.STAYS) + "Content-Type: " + FORM + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n"
                : target.request("PUT", Target.STAYS, FORM, body);
        return Attack.of("body: oversized", request, Expected.REFUSED_OR_CLOSED);
    }

    private Attack oversizedUnsent() {
        String length = dice.of("16385", "999999999", "9223372036854775807");
        String head = target.head("PUT", Target.STAYS) + "Content-Type: " + FORM + "\r\nContent-Length: " + length
                + "\r\n\r\nstatus=Away";
        return Attack.unfinished("body: oversized, unsent", head, Expected.REFUSED_OR_CLOSED);
    }

    private Attack otherPaths() {
        String path = dice.of(
                "/v2/users",
                "/v1/users/grace/sessions/s",
                "/v1/users/grace/claims/c",
                "/v1/presence/query",
                "/v1/users/grace/declaration",
                "/v1/apps",
                "/v1/tokens",
                "/oauth/token",
                "/oauth/revoke");
        String method = path.startsWith("/v1/users") ? "PUT" : "POST";
        String body = dice.of(
                "",
                "null",
                "[]",
                "{",
                "{\"status\":{}}",
                "{\"users\":[null]}",
                "{\"users\":[{}]}",
                "{\"action\":\"create\"}",
                "{\"action\":\"create\",\"user_info\":[]}",
                "{\"action\":5}",
                "{\"name\":null}",
                "{\"platform\":\"x\",\"version\":\"x\"}",
                "{\"status\":\"Nothing\"}",
                "{\"scopes\":\"a\"}",
                dice.bytes(30),
                "{\"lease\":1e400}",
                "{\"until\":\"never\"}",
                "{\"user_info\":{\"email\":\"\\ud800\"}}");
        return Attack.of(
                "body: other paths",
                target.request(method, path, dice.of(JSON, JSON, FORM, MULTIPART), body),
                Expected.REFUSED);
    }

    private String many() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 101 + dice.below(400); i++) {
            many.append("&f").append(i).append("=1");
        }
        return many.toString();
    }

    private static String multipart(String status) {
        return "--B\r\nContent-Disposition: form-data; name=\"status\"\r\n\r\n" + status + "\r\n--B--\r\n";
    }
}
