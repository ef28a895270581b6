package dev.porchlight.acceptance.board;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The system's Chromium. Each window has a profile of its own, so that two of them are two people. */
final class Chromium implements AutoCloseable {
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
    static boolean isThere() {
        return Files.isExecutable(PROGRAM) || "true".equals(System.getenv("CI"));
    }

    Page window(Look look) {
        BrowserContext profile = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale("en-GB"));
        profile.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = profile.newPage();
        page.onPageError(mistakes::add);
        return page;
    }

    Page window() {
        return window(Look.WIDE);
    }

    /** What the page's own scripts have failed at. */
    List<String> mistakes() {
        return mistakes;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
