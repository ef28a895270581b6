package dev.porchlight.acceptance.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.nio.file.Path;
import java.util.List;

/** One window on the board, in the words of whoever looks at it. */
final class Board {
    private static final int PATIENCE_MILLIS = 30_000;

    private static final int MOST_TABS = 50;

    private final Page page;

    private Board(Page page) {
        this.page = page;
    }

    /** Opens it and signs in with the demo's one click. */
    static Board enter(Page page, String uri) {
        Board board = at(page, uri);
        page.click("#enter-demo");
        board.isLive();
        return board;
    }

    /** The sign-in form. */
    static Board at(Page page, String uri) {
        page.navigate(uri + "/");
        page.locator("#enter-demo").waitFor();
        return new Board(page);
    }

    Page page() {
        return page;
    }

    Locator row(String user) {
        return page.locator(".person[data-id='" + user + "']");
    }

    /** The details beside the list. */
    Locator panel() {
        return page.locator("person-panel");
    }

    void choose(String user) {
        row(user).locator(".name").click();
    }

    void set(String word) {
        panel().locator(".choice")
                .getByText(word, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    void shows(String user, String word) {
        contains(row(user).locator(".status"), word);
    }

    void isLive() {
        hasState("live");
    }

    void hasState(String state) {
        assertThat(page.locator("connection-state"))
                .hasAttribute("data-state", state, new HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    }

    static void contains(Locator where, String words) {
        assertThat(where).containsText(words, new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    void press(String... keys) {
        List.of(keys).forEach(page.keyboard()::press);
    }

    /** Presses Tab until the focus is where the expression, of {@code focused}, holds. */
    void tabTo(String expression) {
        int presses = 0;
        while (!(Boolean) page.evaluate("((focused) => " + expression + ")(document.activeElement)")) {
            presses++;
            if (presses > MOST_TABS) {
                throw new AssertionError(MOST_TABS + " times Tab, and never " + expression);
            }
            press("Tab");
        }
    }

    /** What axe-core finds wrong, a line each. */
    List<String> violations() {
        return Chromium.violations(page);
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
