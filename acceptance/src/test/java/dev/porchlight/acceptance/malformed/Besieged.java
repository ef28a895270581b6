package dev.porchlight.acceptance.malformed;

import ch.qos.logback.classic.Logger;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The real server on a folder of its own, to be attacked, with two users signed in. */
final class Besieged implements AutoCloseable {
    private static final String TOKEN = "the-token-of-the-administrator";

    private final Logger refusals = (Logger) LoggerFactory.getLogger("dev.porchlight.refused");
    private final Porchlight server;

    Besieged(Path data) {
        // The lines are put together, hostile text and all, but thousands of them would bury the other tests' output.
        refusals.setAdditive(false);
        server = Porchlight.start(Settings.defaults().withPort(0).withData(data).withAdminToken(TOKEN));
    }

    /** Adds and signs in the users. */
    Target prepare() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String user : new String[] {"ada", "grace"}) {
                call(
                        client,
                        "POST",
                        "/v2/users",
                        "{\"action\":\"create\",\"user_info\":{\"id\":\"" + user + "\",\"email\":\"" + user
                                + "@example.com\",\"type\":1}}");
                call(
                        client,
                        "PUT",
                        "/v1/users/" + user + "/sessions/desk",
                        "{\"platform\":\"desktop\",\"version\":\"5.13.3\",\"lease\":86400}");
            }
            call(client, "PUT", Target.STAYS, "{\"status\":\"Presenting\"}");
            String untouched = call(client, "GET", Target.STAYS, "");
            return new Target("127.0.0.1", server.port(), TOKEN, untouched);
        }
    }

    private String call(HttpClient client, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() {
        server.close();
        refusals.setAdditive(true);
    }
}
