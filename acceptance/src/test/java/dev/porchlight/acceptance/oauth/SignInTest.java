package dev.porchlight.acceptance.oauth;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.porchlight.acceptance.board.Chromium;
import dev.porchlight.acceptance.board.Look;
import dev.porchlight.acceptance.client.Administrator;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages on which people sign in and allow apps something, in a real browser. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SignInTest {
    private static final String PASSWORD = "correct horse battery";

    private static Chromium chromium;

    @TempDir
    private Path folder;

    private Porchlight server;
    private Administrator administrator;

    @BeforeAll
    static void open() {
        assumeTrue(Chromium.isThere());
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void start() {
        server = Porchlight.start(
                Settings.defaults().withPort(0).withData(folder.resolve("data")).withAdminToken(Administrator.TOKEN));
        administrator = new Administrator(URI.create(server.uri()));
        administrator.add("ada");
        administrator.send("PUT", "/v1/users/ada/password", "{\"password\":\"" + PASSWORD + "\"}");
        administrator.send("POST", "/v1/apps", """
                {"name":"The command line","client_id":"cli","scopes":["user:read","user:write"],
                "redirect_uris":["http://127.0.0.1/callback"],"public_client":true}""");
    }

    @AfterEach
    void stop() {
        administrator.close();
        server.close();
    }

    @Test
    void aPersonSignsInToTheCommandLineWithABrowserThatRunsNoScripts() throws Exception {
        try (Login login = Login.start(folder, server.uri())) {
            Page page = chromium.windowWithoutScripts();
            page.navigate(login.address());
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("Sign in");
            signIn(page, "ada@example.com", "wrong");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("That is not the e-mail address and password");
            signIn(page, "ada@example.com", PASSWORD);
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("Allow The command line?");

            page.getByText("Allow", new Page.GetByTextOptions().setExact(true)).click();

            assertThat(page.locator("body")).hasText(Pattern.compile("Signed in\\..*"));
            assertThat(login.ended()).isEqualTo("0 Signed in. Use it with --profile work, or PORCHLIGHT_PROFILE=work.");
        }
        assertThat(Login.run(folder, "status", "get", "ada", "--profile", "work"))
                .startsWith("0 ")
                .contains("Offline");
    }

    @Test
    void aKeyboardIsEnough() throws Exception {
        try (Login login = Login.start(folder, server.uri())) {
            Page page = chromium.window();
            page.navigate(login.address());
            // The browser moves the focus there some time after the page is loaded.
            assertThat(page.getByLabel("E-mail address")).isFocused();
            page.keyboard().type("ada@example.com");
            page.keyboard().press("Tab");
            page.keyboard().type(PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("Allow The command line?");

            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.locator("body")).hasText(Pattern.compile("The sign-in was refused.*"));
            assertThat(login.ended()).startsWith("1 ").contains("access_denied");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nobodyIsLeftOut(Look look) {
        Page page = chromium.window(look);
        page.navigate(server.uri() + "/oauth/authorize?response_type=code&client_id=cli&state=x"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
                + "&redirect_uri=http://127.0.0.1:51004/callback");
        picture(page, "sign-in", look);
        assertThat(Chromium.violations(page)).isEmpty();
        signIn(page, "ada@example.com", PASSWORD);
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Allow The command line?");
        picture(page, "consent", look);
        assertThat(Chromium.violations(page)).isEmpty();
        page.navigate(server.uri() + "/oauth/device?user_code=BBBB-BBBB");
        picture(page, "device", look);
        assertThat(Chromium.violations(page)).isEmpty();
        assertThat(chromium.mistakes()).isEmpty();
    }

    static List<Look> looks() {
        return List.of(Look.WIDE, Look.WIDE_DARK, Look.PHONE);
    }

    /** With {@code -Dporchlight.pictures=DIR}, for somebody to look at. */
    private static void picture(Page page, String name, Look look) {
        String pictures = System.getProperty("porchlight.pictures", "");
        if (!pictures.isEmpty()) {
            Path file = Path.of(pictures, name + "-" + look.width() + (look.dark() ? "-dark" : "") + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }

    private static void signIn(Page page, String email, String password) {
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }
}
