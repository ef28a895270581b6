package dev.porchlight.acceptance.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The board's page for administrators, in a real browser. */
@EnabledIf("dev.porchlight.acceptance.board.Chromium#isThere")
class AdministrationTest {
    private static Chromium chromium;

    private Team team;
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
    void administrate() {
        team = Team.inMemory("ada");
        board = Board.enter(chromium.window(), team.uri());
        page = board.page();
        page.click("[data-page=administration]");
        Board.contains(table("Tokens"), "administrator");
    }

    @AfterEach
    void nothingHasFailed() {
        team.close();
        assertThat(chromium.mistakes()).isEmpty();
    }

    @Test
    void aUserIsAddedFoundAndRemoved() {
        fill("E-mail", "grace@example.com");
        fill("First name", "Grace");
        fill("Id (made if empty)", "grace");
        press("Add a user");
        Board.contains(table("Users"), "grace@example.com");
        assertThat(labelled("E-mail")).hasValue("");

        fill("Find a user", "grace");
        assertThat(table("Users").locator("tbody tr")).hasCount(1);
        press("Remove: Grace");
        Board.contains(page.locator("dialog"), "Remove Grace and all that is known of them?");
        page.locator("dialog .danger").click();
        assertThat(table("Users").locator("tbody tr")).hasCount(0);
    }

    @Test
    void aUserWhoCannotBeAddedIsRefusedInWords() {
        fill("E-mail", "ada@example.com");
        press("Add a user");

        Board.contains(page.locator("admin-page .refusal"), "ada@example.com");
        assertThat(labelled("E-mail")).hasValue("ada@example.com");
        assertThat(board.violations()).isEmpty();
    }

    @Test
    void aWebhooksStateAndLogAreShown() {
        page.evaluate("""
                async () => {
                  const headers = {
                    Authorization: `Bearer ${sessionStorage.getItem('porchlight.token')}`,
                    'Content-Type': 'application/json',
                  };
                  const body = JSON.stringify({ events: ['user.signed_in'], event_webhook_url: 'https://127.0.0.1/hook' });
                  await fetch('/v2/marketplace/app/event_subscription', { method: 'POST', headers, body });
                  let tried = 0;
                  while (tried === 0) {
                    tried = (await (await fetch('/v1/webhooks', { headers })).json()).webhooks[0].failures;
                  }
                }""");
        page.click("[data-page=board]");
        page.click("[data-page=administration]");
        Board.contains(table("Webhooks"), "pending");
        press("Look into: https://127.0.0.1/hook");

        Board.contains(page.locator(".webhook-details"), "Nothing is parked.");
        Board.contains(page.locator(".webhook-details"), "an address that is not of the Internet");
        assertThat(board.violations()).isEmpty();
        press("Ask it to prove itself now");
        assertThat(page.locator(".webhook-details")).isHidden();
    }

    @Test
    void anAppsSecretIsShownOnce() {
        Locator form = page.locator("form", new Page.LocatorOptions().setHasText("Add an app"));
        form.getByLabel("Name").fill("Calendar");
        form.getByLabel("user:read:admin").check();
        press("Add an app");

        Locator dialog = page.locator("dialog");
        Board.contains(dialog, "The app Calendar");
        assertThat(dialog.getByLabel("Client secret", new Locator.GetByLabelOptions().setExact(true))
                        .inputValue())
                .hasSizeGreaterThan(20);
        assertThat(board.violations()).isEmpty();
        press("I have it");

        assertThat(dialog).hasCount(0);
        Board.contains(table("Apps"), "user:read:admin");
        press("Remove: Calendar");
        page.locator("dialog .danger").click();
        assertThat(table("Apps").locator("tbody tr")).hasCount(0);
    }

    @Test
    void aTokenIsMadeForAUserAndCanBeRevoked() {
        Locator form = page.locator("form", new Page.LocatorOptions().setHasText("Create a token"));
        form.getByLabel("Name").fill("Ada's desk");
        form.getByLabel("User (id or e-mail; empty for a server)").fill("ada");
        form.getByLabel("Ends after days (empty for never)").fill("7");
        form.getByLabel("user:read", new Locator.GetByLabelOptions().setExact(true))
                .check();
        press("Create a token");
        Board.contains(page.locator("dialog"), "The token Ada's desk");
        press("I have it");

        Board.contains(table("Tokens"), "Ada's desk");
        press("Revoke: Ada's desk");
        Board.contains(page.locator("dialog"), "Whoever uses it is cut off at once");
        page.locator("dialog .danger").click();
        assertThat(table("Tokens")).not().containsText("Ada's desk");
    }

    @Test
    void aClientOfAnyVersionIsSignedInAndOut() {
        Locator form = page.locator("form", new Page.LocatorOptions().setHasText("Sign a client in"));
        form.getByLabel("Person (id or e-mail)").fill("ada");
        form.getByLabel("Version").fill("4.6.9");
        form.getByLabel("Platform").selectOption("mobile");
        press("Sign a client in");
        Board.contains(table("Virtual clients"), "mobile 4.6.9");

        page.click("[data-page=board]");
        board.choose("ada");
        Board.contains(board.panel(), "mobile 4.6.9");
        page.click("[data-page=administration]");
        press("Sign out: ada mobile 4.6.9");
        assertThat(table("Virtual clients").locator("tbody tr")).hasCount(0);
    }

    @Test
    void aVersionThatIsNoneIsRefusedInWords() {
        Locator form = page.locator("form", new Page.LocatorOptions().setHasText("Sign a client in"));
        form.getByLabel("Person (id or e-mail)").fill("ada");
        form.getByLabel("Version").fill("new");
        press("Sign a client in");

        Board.contains(page.locator("admin-page .refusal"), "a version such as 5.13.3");
    }

    @Test
    void aUserIsAddedWithTheKeyboard() {
        page.focus("main");
        board.tabTo("focused.labels?.[0]?.textContent === 'E-mail'");
        page.keyboard().type("mei@example.com");
        board.press("Enter");

        Board.contains(table("Users"), "mei@example.com");
    }

    private void fill(String label, String text) {
        labelled(label).fill(text);
    }

    private Locator labelled(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
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
