package dev.porchlight.bench.emulators;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks to whatever stands in Zoom's place, as a client of Zoom's would. */
final class Zoom {
    static final String CLIENT = "bench";
    static final String SECRET = "a-secret-of-the-bench-and-nobody-elses";

    private static final Pattern TOKEN = Pattern.compile("\"access_token\" ?: ?\"([^\"]+)\"");
    private static final Pattern STATUS = Pattern.compile("\"status\" ?: ?\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    Zoom(URI server) {
        this.server = server;
    }

    /** A server's token, or a word where there is none to be had. */
    String token() throws IOException, InterruptedException {
        HttpResponse<String> reply = send(
                "POST",
                "/oauth/token?grant_type=account_credentials&account_id=default",
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8)),
                "application/json",
                "");
        Matcher token = TOKEN.matcher(reply.body());
        return token.find() ? token.group(1) : "a-token";
    }

    /** Makes a user, and signs a client in, where that can be done. */
    void signIn(String token, String user) throws IOException, InterruptedException {
        json("POST", "/v2/users", token, """
                {"action":"create","user_info":{"id":"%s","email":"%s@example.com","type":1}}""".formatted(user, user));
        json("PUT", "/v1/users/" + user + "/sessions/desk", token, """
                {"platform":"desktop","version":"6.2.0","lease":86400}""");
    }

    /** Sets a status; answers the HTTP status. */
    int put(String token, String user, String status) throws IOException, InterruptedException {
        return put(token, user, status, "");
    }

    /** Sets a status with something more in the form, such as {@code &duration=1}. */
    int put(String token, String user, String status, String more) throws IOException, InterruptedException {
        String form = "application/x-www-form-urlencoded";
        return send("PUT", presence(user), bearer(token), form, "status=" + status + more)
                .statusCode();
    }

    /** Whether a request that asks for a 503 gets one. */
    boolean failsByHeader(String token, String user) throws IOException, InterruptedException {
        HttpRequest asking = HttpRequest.newBuilder(server.resolve(presence(user)))
                .header("Authorization", bearer(token))
                .header("Prefer", "code=503")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"status\":\"Away\"}"))
                .build();
        return http.send(asking, BodyHandlers.ofString()).statusCode() == 503;
    }

    /** What is shown of a user. */
    String status(String token, String user) throws IOException, InterruptedException {
        Matcher status = STATUS.matcher(
                send("GET", presence(user), bearer(token), "", "").body());
        return status.find() ? status.group(1) : "";
    }

    HttpResponse<String> json(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        return send(method, path, bearer(token), "application/json", body);
    }

    private static String presence(String user) {
        return "/v2/users/" + user + "/presence_status";
    }

    private static String bearer(String token) {
        return token.isEmpty() ? "" : "Bearer " + token;
    }

    private HttpResponse<String> send(String method, String path, String authorization, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
