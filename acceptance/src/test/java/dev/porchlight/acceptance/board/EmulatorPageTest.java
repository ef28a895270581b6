package dev.porchlight.acceptance.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.porchlight.emulator.Porchlight;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The emulator's page: clock, faults, what arrived, and the way back to the start. */
@EnabledIf("dev.porchlight.acceptance.board.Chromium#isThere")
class EmulatorPageTest {
    private static Chromium chromium;

    private Porchlight emulator;
    private Board board;
    private Page page;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void enter() {
        emulator = Porchlight.start(world -> world.signedIn("ada"));
        board = Board.enter(chromium.window(), emulator.uri().toString());
        page = board.page();
        page.click("[data-page=emulator]");
        Board.contains(page.locator(".clock"), "Z");
    }

    @AfterEach
    void nothingHasFailed() {
        emulator.close();
        assertThat(chromium.mistakes()).isEmpty();
    }

    @Test
    void theClockIsMovedAndTheBoardGoesByIt() {
        emulator.user("ada").declare("Do_Not_Disturb");
        fill("Instant, such as 2026-03-27T04:00:00Z", "2027-01-01T00:00:00Z");
        press("Set the clock");
        press("Freeze");
        Board.contains(page.locator(".clock"), "2027-01-01T00:00:0");
        Board.contains(page.locator(".clock"), "frozen");

        emulator.user("ada").signIn().declare("Do_Not_Disturb");
        page.click("[data-page=board]");
        board.shows("ada", "Do not disturb");
        Board.contains(board.row("ada"), "20:00 left");
        page.click("[data-page=emulator]");
        press("+20 minutes");
        page.click("[data-page=board]");
        board.shows("ada", "Available");
    }

    @Test
    void aFaultIsAddedAndWhatArrivedIsShown() throws Exception {
        Locator form = page.locator("form", new Page.LocatorOptions().setHasText("Add a fault"));
        form.getByLabel("Method").selectOption("GET");
        form.getByLabel("Path").fill("/v2/users/{userId}");
        form.getByLabel("Status").fill("500");
        press("Add a fault");
        Board.contains(table("Faults to come"), "/v2/users/{userId}");
        Board.contains(table("Faults to come"), "500");

        assertThat(status("/v2/users/ada")).isEqualTo(500);
        assertThat(status("/v2/users/ada")).isEqualTo(200);
        press("Look again");
        assertThat(table("Faults to come").locator("tbody tr")).hasCount(0);
        Board.contains(table("Requests"), "GET /v2/users/ada");
        Board.contains(table("Requests"), "FAULT");
        assertThat(board.violations()).isEmpty();
        press("Forget the requests");
        assertThat(table("Requests")).not().containsText("FAULT");
    }

    @Test
    void aBadMoveIsRefusedInWords() {
        fill("Instant, such as 2026-03-27T04:00:00Z", "tomorrow");
        press("Set the clock");
        Board.contains(page.locator("dev-page .refusal"), "an instant such as 2026-03-27T04:00:00Z");
    }

    @Test
    void aResetAsksFirstAndBeginsAgain() {
        press("Reset everything");
        Board.contains(page.locator("dialog"), "Begin again with nobody in it?");
        page.locator("dialog .danger").click();

        Board.contains(page.locator("#sign-in-refusal"), "Everything is as at the start.");
        page.click("#enter-demo");
        board.isLive();
        assertThat(emulator.requests("GET", "/v2/users/ada")).isEmpty();
        page.click("[data-page=board]");
        assertThat(board.row("ada")).hasCount(0);
    }

    @Test
    void itLooksGoodInTheDarkAndOnAPhone() throws Exception {
        status("/v2/users/ada");
        for (Look look : new Look[] {Look.WIDE_DARK, Look.PHONE}) {
            Board other = Board.enter(chromium.window(look), emulator.uri().toString());
            other.page().click("[data-page=emulator]");
            Board.contains(other.page().locator(".clock"), "Z");
            assertThat(other.violations()).isEmpty();
            String pictures = System.getProperty("porchlight.pictures");
            if (pictures != null) {
                other.picture(Path.of(pictures, "emulator-" + look.width() + ".png"));
            }
            assertThat((Boolean) other.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    private int status(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.uri() + path))
                    .header("Authorization", "Bearer " + emulator.token())
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private void fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private Locator table(String caption) {
        return page.locator(".scroller[aria-label='" + caption + "']");
    }
}
