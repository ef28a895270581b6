package dev.porchlight.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health and metrics, which need no token, and what only an operator may ask. */
class OperationsTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void aRunningServerIsUp(String path) {
        house.get(path).send().hasStatus(200).hasBody("{\"status\":\"up\"}");
    }

    @Test
    void metricsCountRepliesByRouteAndStatus() {
        house.get("/v2/users/ada/presence_status").send().hasStatus(401);
        house.get("/v2/users/bob/presence_status").send().hasStatus(401);
        house.get("/nowhere").send().hasStatus(404);
        Answer answer = house.get("/metrics")
                .send()
                .hasStatus(200)
                .hasHeader("content-type", "text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body())
                .contains(
                        "porchlight_http_replies_total{method=\"GET\",route=\"/v2/users/{userId}/presence_status\","
                                + "status=\"401\"} 2.0",
                        "porchlight_http_replies_total{method=\"any\",route=\"unknown\",status=\"404\"} 1.0");
    }

    @Test
    void metricsHoldNoTokenAndNoUser() {
        house.addSignedIn("ada");
        house.statusOf("ada");
        assertThat(house.get("/metrics").send().body()).doesNotContain(house.admin(), house.operator(), "ada");
    }

    @Test
    void onlyTheOperatorMayBackUp() {
        house.post("/v1/operator/backup")
                .bearer(house.admin())
                .json("{\"directory\":\"/tmp/porchlight-backup\"}")
                .send()
                .refuses(400, 4711, "Invalid access token, does not contain scopes:[operator].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"directory\":\"here\"}", "{\"directory\":\"\"}", "{\"directory\":\"/a\\u0000\"}"})
    void aBackupNeedsAnAbsolutePath(String body) {
        house.post("/v1/operator/backup")
                .bearer(house.operator())
                .json(body)
                .send()
                .refusesFields("directory");
    }

    @Test
    void onlyTheOperatorMayExport() {
        house.get("/v1/operator/export")
                .bearer(house.admin())
                .send()
                .refuses(400, 4711, "Invalid access token, does not contain scopes:[operator].");
    }

    @Test
    void anExportIsLinesOfJsonFromTheFirstToTheEnd() {
        house.addSignedIn("ada");

        Answer answer = house.get("/v1/operator/export")
                .bearer(house.operator())
                .send()
                .hasStatus(200)
                .hasHeader("content-type", "application/x-ndjson");

        assertThat(answer.body())
                .startsWith("{\"archive\":{\"format\":1,\"made_at\":\"2026-03-27T04:00:00Z\"}}\n")
                .contains("{\"user\":{\"account\":\"default\",\"id\":\"ada\"", "{\"presence\":", "{\"event\":")
                .doesNotContain(house.admin(), house.operator());
        assertThat(answer.body().lines().reduce((first, second) -> second).orElse(""))
                .startsWith("{\"end\":{\"accounts\":1,\"users\":1,");
    }
}
