package dev.porchlight.acceptance.reference;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import dev.porchlight.acceptance.board.Chromium;
import dev.porchlight.acceptance.board.Look;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see and do on pages that were written to disk, without a network. */
@EnabledIf("dev.porchlight.acceptance.board.Chromium#isThere")
class ReferencePagesTest {
    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Written site;

    @BeforeAll
    static void open() throws IOException {
        site = Written.to(folder);
        chromium = new Chromium();
    }

    @AfterEach
    void noScriptHasFailed() {
        assertThat(chromium.mistakes()).isEmpty();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void thePageHasTheSeedsPartsInTheSeedsOrder() {
        Page page = at(site.item());

        assertThat(page.locator("h1")).hasText("Zoom API / Update a user's presence status");
        assertThat(page.locator(".back")).hasText("Back to Collection Items");
        assertThat(page.locator("h2")).hasText(new String[] {
            "Sample", "Curl Command", "Request", "Postman Collection Item JSON", "Saved Responses"
        });
        assertThat(page.locator("pre[aria-label='Sample in C# (Chilkat)']")).containsText("req.HttpVerb = \"PUT\";");
        assertThat(page.locator("pre[aria-label='Curl command']")).containsText("--form-string 'duration=1221'");
        assertThat(page.locator("pre[aria-label='Item as JSON']")).containsText("\"name\": \"Update a user's");
        assertThat(page.locator(".response h3"))
                .hasText(new String[] {"204 No Content", "400 Bad Request", "404 Not Found", "429 Too Many Requests"});
    }

    @Test
    void tabsWorkWithoutScripts() {
        Page page = chromium.windowWithoutScripts();
        page.navigate(site.item());
        Locator python = page.locator("#panel-python");

        assertThat(python).isHidden();
        page.getByText("Python (requests)", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(python).isVisible();
        assertThat(python).containsText("import requests");
        assertThat(page.locator("#panel-csharp")).isHidden();
    }

    @Test
    void theLanguageThatWasChosenIsChosenOnTheNextPage() {
        Page page = at(site.item());
        page.locator("label[for=tab-go]").click();
        page.navigate(site.contents());
        page.locator(".contents a").first().click();

        assertThat(page.locator("#panel-go")).isVisible();
    }

    @Test
    void aLanguageHasAPageOfItsOwnWithItsTitle() {
        Page page = at(site.item());
        page.locator("#panel-csharp a").click();

        assertThat(page.locator("h1")).hasText("C# / Zoom API / Update a user's presence status");
        page.locator(".back").click();
        assertThat(page.locator("h1")).hasText("Zoom API");
        page.locator(".contents a").click();
        assertThat(page.locator("h1")).hasText("Zoom API / Update a user's presence status");
    }

    @Test
    void searchFindsByTheKeyboard() {
        Page page = at(site.contents());
        page.keyboard().press("/");
        assertThat(page.locator("#query")).isFocused();
        page.keyboard().type("propfind");
        assertThat(page.locator(".count")).hasText("1 of 50 found");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("More edge cases / 87 propfind");
    }

    @Test
    void allOfItCanBeReachedWithTheKeyboard() {
        Page page = at(site.item());
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator(".back")).isFocused();
        page.locator("#tab-csharp").focus();
        page.keyboard().press("ArrowRight");

        assertThat(page.locator("#panel-csharp-httpclient")).isVisible();
        page.locator("pre[aria-label='Item as JSON']").focus();
        assertThat(page.locator("pre[aria-label='Item as JSON']")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void axeFindsNothing(boolean dark) {
        Page page = chromium.window(dark ? Look.WIDE_DARK : Look.WIDE);
        for (String address : new String[] {site.first(), site.contents(), site.item()}) {
            page.navigate(address);
            assertThat(Chromium.violations(page)).as(address).isEmpty();
        }
        page.locator("#query").fill("presence");
        assertThat(page.locator(".found a")).hasCount(1);
        assertThat(Chromium.violations(page)).isEmpty();
    }

    @Test
    void darkIsDarkAndPaperIsWhite() {
        Page page = chromium.window(Look.WIDE_DARK);
        page.navigate(site.item());
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(20, 23, 28)");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
        assertThat(page.locator(".back")).isHidden();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Curl Command")))
                .isVisible();
    }

    @Test
    void aPhoneNeedsNoScrollingToTheSide() {
        Page page = chromium.window(Look.PHONE);
        page.navigate(site.item());

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(Chromium.violations(page)).isEmpty();
    }

    private static Page at(String address) {
        Page page = chromium.window();
        page.context().setOffline(true);
        page.navigate(address);
        return page;
    }
}
