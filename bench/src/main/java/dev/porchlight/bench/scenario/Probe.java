package dev.porchlight.bench.scenario;

import dev.porchlight.bench.load.Load;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A look at a server before it is driven: does it do what the load will ask of it? */
final class Probe {
    private Probe() {}

    /** Sends an update and reads it back. Answers how many updates it made. */
    static long updates(URI server) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            server.resolve("/v2/users/" + Load.userId(0) + "/presence_status"))
                    .header("Authorization", "Bearer " + Site.TOKEN);
            HttpRequest update = request.copy()
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .PUT(HttpRequest.BodyPublishers.ofString("status=Presenting"))
                    .build();
            expect(204, "", client.send(update, BodyHandlers.ofString()).statusCode(), "");
            var read = client.send(request.GET().build(), BodyHandlers.ofString());
            expect(200, "{\"status\":\"Presenting\"}", read.statusCode(), read.body());
            return 1;
        }
    }

    private static void expect(int status, String body, int foundStatus, String foundBody) {
        if (status != foundStatus || !body.equals(foundBody)) {
            throw new IllegalStateException("the probe was answered " + foundStatus + " " + foundBody + " (expected: "
                    + status + " " + body + ")");
        }
    }
}
