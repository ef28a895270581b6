package dev.porchlight.acceptance.reference;

import com.microsoft.playwright.Page;
import dev.porchlight.acceptance.board.Chromium;
import dev.porchlight.acceptance.board.Look;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of the reference pages in docs/images. Not run by {@code ./check}; CONTRIBUTING has the command. */
class Pictures {
    private static final Path IMAGES = Path.of("..", "docs", "images");

    @Test
    void referencePages(@TempDir Path folder) throws IOException {
        Written site = Written.to(folder);
        try (Chromium chromium = new Chromium()) {
            take(chromium.window(Look.WIDE), site.item(), "reference-light.png");
            take(chromium.window(Look.WIDE_DARK), site.item(), "reference-dark.png");
            take(chromium.window(Look.PHONE), site.item(), "reference-phone.png");
            Page search = chromium.window(Look.WIDE);
            search.navigate(site.contents());
            search.locator("#query").fill("form");
            picture(search, "reference-search.png");
        }
    }

    private static void take(Page page, String address, String name) {
        page.navigate(address);
        page.locator("h2").first().evaluate("heading => heading.scrollIntoView()");
        picture(page, name);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name)));
    }
}
