package dev.porchlight.acceptance.malformed;

import java.util.List;
import java.util.function.Supplier;

/** Bodies of the right form with fields that cannot be. */
record BadFields(Target target, Dice dice) {

    List<Supplier<Attack>> kinds() {
        return List.of(
                () -> json(
                        "status",
                        "{\"status\":"
                                + dice.of(
                                        "5",
                                        "null",
                                        "true",
                                        "[]",
                                        "{}",
                                        "\"\"",
                                        "\"away\"",
                                        "\"Offline\"",
                                        "\"\\ud800\"",
                                        "\"\\u0000\"",
                                        "1e999",
                                        "-0",
                                        "[\"Away\"]")
                                + "}"),
                () -> json(
                        "status",
                        dice.of(
                                "{}",
                                "{\"Status\":\"Away\"}",
                                "{\"status\":\"Away\",\"status\":\"Away\"}",
                                "{\"status\":\"" + dice.letters(5000) + "\"}")),
                () -> json(
                        "duration",
                        "{\"status\":\"Do_Not_Disturb\",\"duration\":"
                                + dice.of(
                                        "0",
                                        "-1",
                                        "1441",
                                        "1.5",
                                        "1e2",
                                        "true",
                                        "[20]",
                                        "{}",
                                        "\"20m\"",
                                        "\"Available1221\"",
                                        "99999999999999999999999",
                                        "9".repeat(100),
                                        "9".repeat(2000),
                                        "\" 20\"",
                                        "\"\\u0662\"")
                                + "}"),
                () -> form("status="
                        + dice.of(
                                "",
                                "away",
                                "Away%00",
                                "Away%0d%0a",
                                "%ff",
                                "Away+",
                                "Away&status=Away",
                                "%F0%9F%98%80",
                                "\u00e9",
                                "Away\r\n")),
                () -> form("status=Do_Not_Disturb&duration="
                        + dice.of(
                                "0",
                                "1441",
                                "-5",
                                "1.5",
                                "20m",
                                "+20",
                                "%ff",
                                "0x1",
                                "1&duration=2",
                                "NaN",
                                "99999999999")),
                this::file,
                this::noSuchUser);
    }

    private Attack json(String kind, String body) {
        return refused(kind, "application/json", body);
    }

    private Attack form(String body) {
        return refused("form", "application/x-www-form-urlencoded", body);
    }

    private Attack file() {
        String extra = dice.of(
                "; filename=\"a\"",
                "; filename=",
                "\r\nContent-Transfer-Encoding: base64",
                "\r\nContent-Transfer-Encoding: quoted-printable");
        return refused(
                "file",
                "multipart/form-data; boundary=B",
                "--B\r\nContent-Disposition: form-data; name=\"status\"" + extra + "\r\n\r\nAway\r\n--B--\r\n");
    }

    private Attack noSuchUser() {
        String user =
                dice.of("nobody", "no@example.com", dice.letters(3000), "me", "%40", "a%2Fb", "grace%20", "GRACE");
        String path = "/v2/users/" + user + "/presence_status";
        return Attack.of(
                "field: user",
                target.request("PUT", path, "application/json", "{\"status\":\"Away\"}"),
                Expected.REFUSED);
    }

    private Attack refused(String kind, String type, String body) {
        return Attack.of("field: " + kind, target.request("PUT", Target.STAYS, type, body), Expected.REFUSED);
    }
}
