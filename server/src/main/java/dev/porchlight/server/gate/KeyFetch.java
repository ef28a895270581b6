package dev.porchlight.server.gate;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Fetches an issuer's keys: within three seconds, up to 256 KiB, from where it is told and nowhere else. */
public final class KeyFetch implements ResourceRetriever {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long MAX_BYTES = 256 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(url.toURI())
                    .timeout(PATIENCE)
                    .header("Accept", "application/json")
                    .build();
            HttpResponse<String> response =
                    client.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BYTES));
            if (response.statusCode() != 200) {
                throw new IOException(url + " answered " + response.statusCode() + " (expected: 200)");
            }
            return new Resource(response.body(), "application/json");
        } catch (URISyntaxException e) {
            throw new IOException(url + " is no address", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + url + " was asked", e);
        }
    }
}
