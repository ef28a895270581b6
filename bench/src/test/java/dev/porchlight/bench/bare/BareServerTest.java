package dev.porchlight.bench.bare;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BareServerTest {
    private static final String FORM = """
            --b
            Content-Disposition: form-data; name="status"

            Available
            --b
            Content-Disposition: form-data; name="duration"

            Available1221
            --b--
            """.replace("\n", "\r\n");

    private static final Vertx VERTX = BareServer.vertx(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static int port;

    @BeforeAll
    static void start() {
        port = BareServer.start(VERTX, 0, 2).await();
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        VERTX.close().await();
    }

    private static HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v2/users/ada/presence_status"))
                .header("Content-Type", "multipart/form-data; boundary=b");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.header("Authorization", "Bearer t").build(), BodyHandlers.ofString());
    }

    @Test
    void theSeedsFormIsAnswered204() throws IOException, InterruptedException {
        HttpResponse<String> response = send(request().PUT(BodyPublishers.ofString(FORM)));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void aFormWithoutAStatusIsRefused() throws IOException, InterruptedException {
        String form = FORM.replace("name=\"status\"", "name=\"other\"");

        assertThat(send(request().PUT(BodyPublishers.ofString(form))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aGetIsAnsweredWithAStatus() throws IOException, InterruptedException {
        HttpResponse<String> response = send(request().GET());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"Available\"}");
    }

    @Test
    void aRequestWithoutATokenIsRefused() throws IOException, InterruptedException {
        assertThat(CLIENT.send(request().GET().build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }
}
