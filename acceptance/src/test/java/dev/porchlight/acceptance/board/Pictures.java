package dev.porchlight.acceptance.board;

import com.microsoft.playwright.Page;
import dev.porchlight.acceptance.docs.DemoProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures in docs/images, of the demo. Not run by {@code ./check}; CONTRIBUTING has the command. */
class Pictures {
    private static final Path IMAGES = Path.of("..", "docs", "images");

    private static Chromium chromium;
    private static DemoProcess demo;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        demo = DemoProcess.start(folder);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        demo.close();
    }

    @Test
    void light() {
        enter(Look.WIDE).picture(IMAGES.resolve("board-light.png"));
    }

    @Test
    void dark() {
        enter(Look.WIDE_DARK).picture(IMAGES.resolve("board-dark.png"));
    }

    @Test
    void phone() {
        enter(Look.PHONE).picture(IMAGES.resolve("board-phone.png"));
    }

    @Test
    void why() {
        Board board = enter(Look.WIDE);
        board.row("sofia").locator("[data-does=why]").click();
        board.page().locator("dialog h3").waitFor();
        board.picture(IMAGES.resolve("why.png"));
    }

    private static Board enter(Look look) {
        Page window = chromium.window(look);
        Board board = Board.enter(window, demo.url());
        board.row("ada").locator(".star-button").click();
        board.row("leila").locator(".star-button").click();
        if (look.width() > Look.PHONE.width()) {
            board.choose("leila");
            Board.contains(board.panel(), "desktop 6.4.3");
        }
        window.mouse().move(0, 0);
        return board;
    }
}
