package dev.porchlight.server.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.server.archive.Cut;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** An export over the network that does not come to its end. */
class ExportTest {
    private static final int MANY = 20_000;

    @Test
    void anExportWhoseStoreFailsOnTheWayIsCutOffAndTheServerGoesOn() throws Exception {
        Cut store = new Cut(MANY, () -> {
            throw new StoreUnavailableException("the disk broke");
        });
        try (HouseUnderTest house = house(store);
                HttpClient client = HttpClient.newHttpClient()) {
            InputStream body = client.send(request(house), HttpResponse.BodyHandlers.ofInputStream())
                    .body();

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
            house.get("/health/live").send().hasStatus(200);
        }
    }

    @Test
    void aReaderThatGoesAwayEndsTheExport() throws Exception {
        Cut store = new Cut(Integer.MAX_VALUE, () -> {});
        try (HouseUnderTest house = house(store);
                HttpClient client = HttpClient.newHttpClient()) {
            InputStream body = client.send(request(house), HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            assertThat(body.readNBytes(100)).hasSize(100);

            body.close();

            store.awaitEnd();
            house.get("/health/live").send().hasStatus(200);
        }
    }

    private static HouseUnderTest house(Cut store) {
        return new HouseUnderTest(dev.porchlight.server.Settings.defaults(), store);
    }

    private static HttpRequest request(HouseUnderTest house) {
        return HttpRequest.newBuilder(URI.create(house.uri() + "/v1/operator/export"))
                .header("Authorization", "Bearer " + house.operator())
                .build();
    }
}
