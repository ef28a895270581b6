package dev.porchlight.acceptance.malformed;

import java.util.List;
import java.util.function.Supplier;

/** Request lines and headers that are wrong, too long, too many, or only strange. */
record BadHeads(Target target, Dice dice) {

    List<Supplier<Attack>> kinds() {
        return List.of(
                this::method,
                this::path,
                this::longPath,
                this::line,
                this::version,
                this::header,
                this::headerFlood,
                this::token,
                this::upgrade,
                this::query);
    }

    private Attack method() {
        String method =
                dice.of("FOO", "put", "POST", "PATCH", "TRACE", "CONNECT", "OPTIONS", "HEAD", dice.letters(3000));
        return Attack.unfinished("head: method", target.head(method, Target.STAYS) + "\r\n", Expected.BROKEN);
    }

    private Attack path() {
        String path = dice.of(
                "/v2/users/%/presence_status",
                "/v2/users/%4/presence_status",
                "/v2/users/%zz/presence_status",
                "/v2/users/%00/presence_status",
                "/v2/users/%ff/presence_status",
                "/v2/users//presence_status",
                "/",
                "//",
                "/v2/users/../users/grace/presence_status",
                "/v2/users/grace/presence_status/",
                "/v2//users",
                "*",
                "/v2/users/grace/presence_status;x=y",
                "/%76%32/users",
                "/v2/users/%c0%af/presence_status",
                "/v2/users/%0d%0a",
                "/v1/users/%zz/presence",
                "/v1/users/grace/sessions/%0a",
                "/v1/users/grace/claims/" + "c".repeat(200),
                "/V2/users/grace/presence_status",
                "/v2/users/grace/presence_status%3f",
                "/metricsx",
                "/health");
        String body = "{\"status\":\"Away\"}";
        return Attack.of("head: path", target.request("PUT", path, "application/json", body), Expected.REFUSED);
    }

    private Attack longPath() {
        String path = "/v2/users/" + dice.letters(8_000 + dice.below(60_000)) + "/presence_status";
        return Attack.unfinished("head: long path", target.head("GET", path) + "\r\n", Expected.BROKEN);
    }

    private Attack line() {
        String line = dice.of(
                "GET",
                "GET ",
                "GET /",
                "GET  / HTTP/1.1",
                "GET / HTTP/1.1 x",
                "\0",
                "GET /\0 HTTP/1.1",
                "GET\t/\tHTTP/1.1",
                "G\0T / HTTP/1.1",
                "GET http://[ HTTP/1.1",
                "GET :80 HTTP/1.1",
                "GET /\u00ff\u00fe HTTP/1.1",
                "GET /v2/users/\u00e9/presence_status HTTP/1.1",
                "GET ?x HTTP/1.1",
                dice.bytes(50),
                "HTTP/1.1 200 OK",
                "GET /a b HTTP/1.1",
                "\r\n\r\nGET",
                dice.letters(100_000));
        return Attack.unfinished(
                "head: line", line + dice.of("\r\n\r\n", "\r\nHost: x\r\n\r\n", "\n\n", ""), Expected.BROKEN);
    }

    private Attack version() {
        String version = dice.of(
                "HTTP/9.9",
                "HTTP/2.0",
                "HTTP/1.2",
                "HTTP/0.9",
                "HTTP/1",
                "http/1.1",
                "HTTP/1.1.1",
                "HTTPS/1.1",
                "ICY/1.1",
                "HTTP/-1.1",
                "HTTP/11111111111.1",
                "PRI",
                "HTTP /1.1");
        String request = target.head("PUT", Target.STAYS).replaceFirst("HTTP/1.1", version);
        return Attack.unfinished("head: version", request + "Content-Length: 0\r\n\r\n", Expected.BROKEN);
    }

    private Attack header() {
        String header = dice.of(
                "X",
                ":",
                ": y",
                "X y",
                "X\0: y",
                "X: \0",
                "X : y",
                "X: a\rb",
                "\u00ff: y",
                "Host:",
                "Host: a, b",
                "Host: \u00ff",
                " X: y",
                "\tfolded",
                "X: " + dice.bytes(20).replaceAll("[\r\n]", ""),
                "Host: other\r\nHost: third",
                "Connection: close, Content-Length",
                "Content-Length;: 1",
                "X:\r\n y\r\n\tz",
                "Connection: " + dice.letters(50));
        return Attack.unfinished(
                "head: header", target.head("PUT", Target.STAYS) + header + "\r\n\r\n", Expected.BROKEN);
    }

    private Attack headerFlood() {
        String flood = switch (dice.below(4)) {
            case 0 -> "X: y\r\n".repeat(3_000 + dice.below(10_000));
            case 1 -> "X: " + "y".repeat(20_000 + dice.below(60_000)) + "\r\n";
            case 2 -> "X".repeat(20_000 + dice.below(60_000));
            default -> "X: y\r\n".repeat(100 + dice.below(5_000));
        };
        return Attack.unfinished("head: flood", target.head("PUT", Target.STAYS) + flood + "\r\n", Expected.BROKEN);
    }

    private Attack token() {
        String authorization = dice.of(
                "",
                "Authorization: Bearer",
                "Authorization: Bearer ",
                "Authorization: Basic eDp5",
                "Authorization: " + target.token(),
                "Authorization: Bearer " + dice.letters(4_000),
                "Authorization: Bearer \u00ff",
                "Authorization: Bearer a b",
                "X-Authorization: Bearer " + target.token(),
                "Authorization: Bearer \"x\"");
        String request = target.request("PUT", Target.STAYS, "application/json", "{\"status\":\"Away\"}")
                .replace(
                        "Authorization: Bearer " + target.token() + "\r\n",
                        authorization.isEmpty() ? "" : authorization + "\r\n");
        return Attack.of("head: token", request, Expected.REFUSED);
    }

    private Attack upgrade() {
        String upgrade = dice.of(
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x",
                "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
                "Expect: 200-ok",
                "Upgrade: TLS/1.0\r\nConnection: Upgrade",
                "Expect: 100-continue",
                "Accept-Encoding: " + dice.bytes(5).replaceAll("\\W", "x"),
                "Range: bytes=0-0",
                "If-Match: *",
                "X-HTTP-Method-Override: DELETE",
                "Forwarded: for=\"",
                "Cookie: =;=;");
        return Attack.unfinished(
                "head: upgrade", target.head("GET", Target.STAYS) + upgrade + "\r\n\r\n", Expected.ANYTHING);
    }

    private Attack query() {
        String query = dice.of(
                "page_size=-1",
                "page_size=999999999999",
                "page_size=x",
                "next_page_token=" + dice.letters(500),
                "status=x",
                "%zz",
                "page_size=%",
                "&&&=",
                "next_page_token=%00",
                "page_size=1&page_size=2",
                "=".repeat(3_000));
        String path = dice.of("/v2/users", "/v1/users/grace/history", "/v1/tokens", "/oauth/token");
        String times = dice.of(
                "",
                "&from=x",
                "&from=2026-01-01T00:00:00Z&to=1999-01-01T00:00:00Z",
                "&as_of=%F0",
                "&to=+1000000000-01-01T00:00:00Z");
        return Attack.of("head: query", target.head("GET", path + "?" + query + times) + "\r\n", Expected.ANSWERED);
    }
}
