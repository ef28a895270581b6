package dev.porchlight.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.Settings;
import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The pages as a browser asks for them. */
class ReferenceDoorTest {
    private static final String ITEM = "/reference/porchlight/presence-status/update-a-users-presence-status";

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @Test
    void theShortAddressLeadsToTheFirstPage() {
        house.get("/reference").send().hasStatus(308).hasHeader("Location", "/reference/index.html");

        assertThat(house.get("/reference/index.html").send().hasStatus(200).body())
                .contains("porchlight/index.html")
                .doesNotContain("zoom-api");
    }

    @Test
    void anItemIsShownInEveryLanguageAtThisServersAddress() {
        Answer all = house.get(ITEM + "/index.html").send().hasStatus(200);

        assertThat(all.body())
                .contains(
                        "Back to Collection Items", "Tcl (http)", "http://127.0.0.1:", "Postman Collection Item JSON");
        assertThat(house.get(ITEM + "/python/index.html").send().hasStatus(200).body())
                .contains("import requests")
                .doesNotContain("package main");
    }

    @Test
    void aPageRunsNothingFromElsewhere() {
        Answer page = house.get(ITEM + "/index.html").send();

        assertThat(page.header("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe", "http"));
        page.hasHeader("X-Content-Type-Options", "nosniff");
    }

    @Test
    void styleScriptAndSearchHaveTheirTypes() {
        house.get("/reference/assets/reference.css")
                .send()
                .hasStatus(200)
                .hasHeader("Content-Type", "text/css; charset=utf-8");
        house.get("/reference/assets/reference.js")
                .send()
                .hasStatus(200)
                .hasHeader("Content-Type", "text/javascript; charset=utf-8");
        assertThat(house.get("/reference/porchlight/search.js")
                        .send()
                        .hasStatus(200)
                        .body())
                .startsWith("window.referenceItems = [");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        house.get("/reference/nothing/index.html").send().hasStatus(404);
        house.get("/reference/porchlight/..%2Fsecret").send().hasStatus(404);
        house.get("/reference/a/b/c/d/e/f").send().hasStatus(404);
    }

    @Test
    void theDemoShowsZoomsRequestToo() {
        Settings demo = Settings.defaults().withDemo(true);
        try (HouseUnderTest withZoom = new HouseUnderTest(demo)) {
            assertThat(withZoom.get("/reference/zoom-api/update-a-users-presence-status/csharp/index.html")
                            .send()
                            .hasStatus(200)
                            .body())
                    .contains("C# / Zoom API / Update a user's presence status", "api.zoom.us");
        }
    }
}
