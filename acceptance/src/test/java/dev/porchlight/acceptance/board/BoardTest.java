package dev.porchlight.acceptance.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see and do on the board. Nothing here waits for a fixed time: a page has half a minute to be right. */
@EnabledIf("dev.porchlight.acceptance.board.Chromium#isThere")
class BoardTest {
    private static Chromium chromium;

    @BeforeAll
    static void open() {
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
    void aChangeInOneWindowIsSeenInTheOther() {
        try (Team team = Team.inMemory("ada", "kofi")) {
            Board one = Board.enter(chromium.window(), team.uri());
            Board other = Board.enter(chromium.window(), team.uri());
            other.shows("kofi", "Available");

            one.choose("kofi");
            one.set("Busy");

            other.shows("kofi", "Busy");
            one.shows("kofi", "Busy");
        }
    }

    @Test
    void doNotDisturbCountsDown() {
        try (Team team = Team.inMemory("leila")) {
            Board board = Board.enter(chromium.window(), team.uri());
            team.disturbNobody("leila", 20);
            Locator left = board.row("leila").locator(".until");

            assertThat(left).containsText(Pattern.compile("19:[0-5]\\d left"));
            assertThat(left).not().containsText(left.innerText());
        }
    }

    @Test
    void doNotDisturbReachesItsEndAndIsOver() {
        try (Team team = Team.inMemory("leila")) {
            Board board = Board.enter(chromium.window(), team.uri());
            team.clockIsBehind(Duration.ofSeconds(56));
            team.disturbNobody("leila", 1);
            team.clockIsBehind(Duration.ZERO);
            Locator left = board.row("leila").locator(".until");

            assertThat(left).containsText(Pattern.compile("0:0[1-4] left"));
            board.shows("leila", "Available");
            assertThat(left).hasText("");
        }
    }

    @Test
    void aSecondChangeWithinAMinuteIsRefusedWithTheTimeToWait() {
        try (Team team = Team.inMemory("ada")) {
            Board board = Board.enter(chromium.window(), team.uri());
            board.choose("ada");
            board.set("Busy");
            board.shows("ada", "Busy");
            board.set("Away");

            Board.contains(board.panel().locator(".refusal"), "Too soon");
            assertThat(board.panel().locator(".retry")).containsText(Pattern.compile("try again in [1-6]?\\d s"));
        }
    }

    @Test
    void aClientThatIsTooOldIsNamed() {
        try (Team team = Team.inMemory("yusuf")) {
            team.signIn("yusuf", "5.2.9");
            Board board = Board.enter(chromium.window(), team.uri());
            board.choose("yusuf");
            board.set("Busy");

            Board.contains(
                    board.panel().locator(".refusal"), "client is 5.2.9, which cannot go from Available to Busy");
        }
    }

    @Test
    void whyIsToldInSentences() {
        try (Team team = Team.inMemory("ada")) {
            team.declare("ada", "Busy");
            Board board = Board.enter(chromium.window(), team.uri());
            board.row("ada").locator("[data-does=why]").click();

            Locator dialog = board.page().locator("dialog");
            Board.contains(dialog, "Why is ada@example.com “Busy”?");
            Board.contains(dialog, "set Busy at");
            Board.contains(dialog, "Signed in with a desktop client 6.2.0");
        }
    }

    @Test
    void aWindowFindsBackWhenTheServerRestarts(@TempDir Path folder) {
        try (Team team = Team.inFolder(folder, "ada")) {
            Board board = Board.enter(chromium.window(), team.uri());
            board.shows("ada", "Available");
            int port = team.port();

            team.goDown();
            board.hasState("waiting");
            Board.contains(board.page().locator("connection-state"), "Not connected, next try in");
            team.comeBack(port);
            team.declare("ada", "Out_of_Office");

            board.isLive();
            board.shows("ada", "Out of office");
        }
    }

    @Test
    void tenThousandPeopleScrollAndAreFound() {
        try (Team team = Team.crowd(10_000)) {
            Board board = Board.enter(chromium.window(), team.uri());
            Board.contains(board.page().locator(".count"), "10,000 people");
            board.row("p00000").focus();
            board.press("End");

            assertThat(board.row("p09999")).isFocused();
            assertThat(board.page().locator(".person").count()).isLessThan(60);
            team.signIn("p09999", "6.2.0");
            board.shows("p09999", "Available");

            board.page().fill("#search", "05000");
            Board.contains(board.page().locator(".count"), "1 of 10,000 people");
            board.shows("p05000", "Offline");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void axeFindsNothing(boolean dark) {
        try (Team team = Team.inMemory("ada", "leila")) {
            team.disturbNobody("leila", 20);
            Page window = chromium.window(dark ? Look.WIDE_DARK : Look.WIDE);
            assertThat(Board.at(window, team.uri()).violations()).isEmpty();
            Board board = Board.enter(window, team.uri());
            board.choose("leila");
            board.shows("leila", "Do not disturb");
            assertThat(board.violations()).isEmpty();
            board.row("leila").locator("[data-does=why]").click();
            window.locator("dialog h3").waitFor();
            assertThat(board.violations()).isEmpty();
            board.press("Escape");
            window.click("[data-page=administration]");
            Board.contains(window.locator("admin-page"), "administrator");
            assertThat(board.violations()).isEmpty();
        }
    }

    @Test
    void allOfItCanBeDoneWithTheKeyboard() {
        try (Team team = Team.inMemory("ada", "kofi")) {
            Board board = Board.at(chromium.window(), team.uri());
            assertThat(board.page().locator("#enter-demo")).isFocused();
            board.press("Enter");
            board.isLive();
            board.shows("kofi", "Available");

            board.page().focus("#search");
            board.tabTo("focused.role === 'row'");
            board.press("ArrowDown");
            assertThat(board.row("kofi")).isFocused();
            board.press("ArrowRight", "Space");
            assertThat(board.row("kofi").locator(".star-button")).hasAttribute("aria-pressed", "true");
            board.press("ArrowRight", "Enter");
            Board.contains(board.page().locator("dialog"), "Why is kofi@example.com");
            board.press("Escape", "ArrowLeft", "ArrowLeft", "Enter");
            Board.contains(board.panel(), "kofi@example.com");
            board.tabTo("focused.textContent === 'Busy'");
            board.press("Enter");
            board.shows("kofi", "Busy");
        }
    }

    @Test
    void aPhoneShowsThePersonOverTheListAndGoesBack() {
        try (Team team = Team.inMemory("ada", "kofi")) {
            Board board = Board.enter(chromium.window(Look.PHONE), team.uri());
            board.choose("kofi");
            assertThat(board.panel()).isVisible();
            assertThat(board.violations()).isEmpty();
            board.press("Escape");

            assertThat(board.panel()).isHidden();
            assertThat(board.row("kofi")).isFocused();
        }
    }

    @Test
    void whoSignsInWithATokenOfTheirOwnSetsTheirOwnStatus() {
        try (Team team = Team.inMemory("ada", "kofi")) {
            Board board = Board.at(chromium.window(), team.uri());
            board.page().fill("#token", team.tokenOf("ada"));
            board.press("Enter");
            board.isLive();

            Board.contains(board.panel(), "You");
            board.set("Busy");
            Board.contains(board.panel().locator(".now"), "Busy");
            assertThat(board.page().locator("[data-page=administration]")).isHidden();
            assertThat(board.violations()).isEmpty();
        }
    }

    @Test
    void aRevokedTokenEndsTheWindow() {
        try (Team team = Team.inMemory("ada")) {
            Board board = Board.enter(chromium.window(), team.uri());
            Page page = board.page();
            page.click("[data-page=administration]");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Revoke: .*")))
                    .click();
            page.locator("dialog .danger").click();

            assertThat(page.locator("#sign-in")).isVisible();
            Board.contains(page.locator("#sign-in-refusal"), "Invalid access token");
        }
    }
}
