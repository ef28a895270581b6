package dev.porchlight.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The bot of docs/emulator.md: when a build breaks, whoever broke it is left alone for an hour to mend it. */
final class BuildBot {
    private final URI zoom;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    BuildBot(URI zoom, String token) {
        this.zoom = zoom;
        this.token = token;
    }

    /** Whether the status was set; false where Zoom asks to come back later or nobody is signed in. */
    boolean buildBroke(String email) throws IOException, InterruptedException {
        HttpResponse<String> reply = put(email);
        if (reply.statusCode() >= 500) {
            reply = put(email);
        }
        return reply.statusCode() == 204;
    }

    private HttpResponse<String> put(String email) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(zoom.resolve("/v2/users/" + email + "/presence_status"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"status\":\"Do_Not_Disturb\",\"duration\":60}"))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
