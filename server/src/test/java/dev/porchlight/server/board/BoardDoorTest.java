package dev.porchlight.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.Settings;
import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The page and its files, as a browser asks for them. */
class BoardDoorTest {
    private static final Pattern FILE = Pattern.compile("/board/[0-9a-f]{16}/[a-z.-]+");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import) '\\./([a-z.-]+)'");

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @Test
    void thePageRunsNothingFromElsewhere() {
        Answer page = house.get("/").send().hasStatus(200);

        assertThat(page.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'; script-src 'self'")
                        .doesNotContain("unsafe", "http"));
        page.hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(page.body()).doesNotContain("http:", "https:", "{version}", "{demo}");
    }

    @Test
    void aPageThatIsStillTheSameIsNotSentAgain() {
        String tag = house.get("/").send().header("ETag").orElseThrow();

        house.get("/").header("If-None-Match", tag).send().hasStatus(304).hasBody("");
        house.get("/").header("If-None-Match", "\"another\"").send().hasStatus(200);
    }

    @Test
    void everyFileThatThePageAsksForIsThereAndMayBeKept() {
        List<String> files = found(FILE, house.get("/").send().body(), 0);

        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> house.get(file)
                        .send()
                        .hasStatus(200)
                        .hasHeader("Cache-Control", "public, max-age=31536000, immutable"));
    }

    @Test
    void everyImportOfAScriptIsThere() {
        List<String> imports =
                found(IMPORT, house.get("/board/1/main.js").send().body(), 1);

        assertThat(imports)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(found(
                                IMPORT,
                                house.get("/board/1/" + file)
                                        .send()
                                        .hasStatus(200)
                                        .body(),
                                1))
                        .allSatisfy(next -> house.get("/board/1/" + next).send().hasStatus(200)));
    }

    @Test
    void aFileOfAnotherVersionIsTheOneOfTodayAndIsNotKept() {
        house.get("/board/0123456789abcdef/main.js").send().hasStatus(200).hasHeader("Cache-Control", "no-cache");
    }

    @Test
    void onlyTheDemoHandsOutItsToken() {
        house.get("/board/demo").send().hasStatus(404);
        try (HouseUnderTest demo = new HouseUnderTest(Settings.defaults().withDemo(true))) {
            demo.get("/board/demo")
                    .send()
                    .hasHeader("Cache-Control", "no-store")
                    .hasBody("{\"access_token\":\"" + demo.admin() + "\"}");
        }
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(group))
                .toList();
    }
}
