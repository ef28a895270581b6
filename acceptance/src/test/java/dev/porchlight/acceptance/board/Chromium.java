package dev.porchlight.acceptance.board;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The system's Chromium. Each window has a profile of its own, so that two of them are two people. */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final int PATIENCE_MILLIS = 30_000;
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setHeadless(true)
                    .setArgs(ARGUMENTS));
    private final List<String> mistakes = new ArrayList<>();

    /** Where it is missing, browser tests are left out, except in continuous integration, where they fail. */
    public static boolean isThere() {
        return Files.isExecutable(PROGRAM) || "true".equals(System.getenv("CI"));
    }

    public Page window(Look look) {
        return window(look, true);
    }

    /** A window whose owner runs no scripts. */
    public Page windowWithoutScripts() {
        return window(Look.WIDE, false);
    }

    private Page window(Look look, boolean scripts) {
        BrowserContext profile = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(scripts)
                .setLocale("en-GB"));
        profile.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = profile.newPage();
        page.onPageError(mistakes::add);
        return page;
    }

    public Page window() {
        return window(Look.WIDE);
    }

    /** What axe-core finds wrong, a line each. */
    @SuppressWarnings("unchecked")
    public static List<String> violations(Page page) {
        page.evaluate(axe());
        return (List<String>) page.evaluate("""
                async () => (await axe.run(document)).violations
                  .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`)""");
    }

    private static String axe() {
        try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the page's own scripts have failed at. */
    public List<String> mistakes() {
        return mistakes;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
