package dev.porchlight.reference.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.sample.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SiteTest {
    private static final Path EDGE = Path.of("src/test/resources/dev/porchlight/reference/edge");

    static Stream<Path> collections() {
        return Stream.of("seed", "given", "more")
                .map(folder -> EDGE.resolve(folder).resolve("collection.json"));
    }

    /** Others' collections, in the folder of {@code -Dporchlight.collections}. */
    static Stream<Path> others() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("porchlight.collections", ".")))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("collections")
    void everyLinkLeadsSomewhereAndEveryItemHasItsPages(Path file) {
        holds(file);
    }

    @ParameterizedTest
    @MethodSource("others")
    @EnabledIfSystemProperty(named = "porchlight.collections", matches = ".+")
    void othersCollectionsMakeWholeSites(Path file) {
        holds(file);
    }

    private static void holds(Path file) {
        Collection collection = Collection.read(bytes(file));
        Pages pages = Pages.of(collection, settings());

        assertThat(pages.broken()).isEmpty();
        assertThat(pages.alive()).isEmpty();
        assertThat(pages.all().keySet().stream().filter(name -> name.endsWith("/index.html")))
                .hasSize(collection.items().size() * (1 + Languages.ALL.size()) + 1);
    }

    @Test
    void whatIsMadeOneByOneIsWhatIsWritten() {
        Collection collection = Collection.read(bytes(EDGE.resolve("seed/collection.json")));
        Site site = new Site(List.of(collection), settings());

        Pages.of(collection, settings())
                .all()
                .forEach((address, text) -> assertThat(site.at(address))
                        .as(address)
                        .hasValueSatisfying(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                                .isEqualTo(text)));
        assertThat(site.at("zoom-api/nothing/index.html")).isEmpty();
        assertThat(site.at("nothing")).isEmpty();
        assertThat(site.at("../secret")).isEmpty();
    }

    @Test
    void itemsOfOneNameGetAddressesOfTheirOwn() {
        Pages pages = pages("""
                {"info":{"name":"A/B"},"item":[{"name":"x!","request":"http://a"},{"name":"X?","request":"http://b"},
                {"name":"x","item":[{"name":"…","request":"http://c"}]}]}""");

        assertThat(pages.all()).containsKeys("a-b/x/index.html", "a-b/x-2/index.html", "a-b/x-3/item/index.html");
    }

    @Test
    void anEmptyFolderIsNoLink() {
        Pages pages = pages("""
                {"info":{"name":"c"},"item":[{"name":"empty","item":[]},{"name":"a","request":"http://a"}]}""");

        assertThat(pages.broken()).isEmpty();
        assertThat(pages.all().get("c/index.html")).contains("empty");
    }

    @Test
    void aBadItemGetsAPageThatSaysWhyAndStopsNoOther() {
        Pages pages = pages("""
                {"info":{"name":"c"},"item":[{"name":"bad","request":{"url":7}},{"name":"good","request":"http://a"}]}""");

        assertThat(pages.all().get("c/bad/index.html"))
                .contains("$.item[0].request.url: 7 (expected: the address, as text or as an object)");
        assertThat(pages.all().get("c/bad/go/index.html")).contains("$.item[0].request.url");
        assertThat(pages.all().get("c/good/index.html")).contains("http://a/");
    }

    @Test
    void descriptionsDoNothing() {
        Pages pages = pages("""
                {"info":{"name":"c","description":"<script>alert(1)</script><img src=x onerror=alert(1)>"},
                "item":[{"name":"<script>alert(1)</script>","request":{"url":"http://a/<script>","description":
                "[x](javascript:alert(1)) <a href='javascript:alert(1)'>y</a> <iframe src='http://e'></iframe> **bold**"},
                "response":[{"name":"<svg onload=alert(1)>","body":"</code></pre><script>alert(1)</script>","code":200}]}]}""");

        assertThat(pages.alive()).isEmpty();
        assertThat(pages.all().values()).anyMatch(page -> page.contains("<strong>bold</strong>"));
    }

    @Test
    void noSecretIsOnAnyPage() {
        Pages pages = pages("""
                {"info":{"name":"c"},"variable":[{"key":"t","value":"S3CRET"},{"key":"v","value":"S3CRET","type":"secret"}],
                "auth":{"type":"bearer","bearer":[{"key":"token","value":"{{t}}"}]},
                "item":[{"name":"a","request":{"method":"POST","url":"http://a/?x={{t}}&api_key=S3CRET&y={{v}}",
                "header":[{"key":"X-Api-Key","value":"S3CRET"},{"key":"X-T","value":"{{t}}"}],
                "body":{"mode":"raw","raw":"{\\"password\\": \\"S3CRET\\", \\"a\\": \\"{{t}}\\"}"}},
                "response":[{"code":200,"header":[{"key":"Set-Cookie","value":"S3CRET"}],"body":"{\\"access_token\\":\\"S3CRET\\"}"}]},
                {"name":"b","request":{"url":"http://u:S3CRET@a","auth":{"type":"basic","basic":{"username":"u","password":"S3CRET"}}}},
                {"name":"c","request":{"url":"http://a","header":"Authorization: Bearer S3CRET","body":{"mode":"urlencoded",
                "urlencoded":[{"key":"password","value":"S3CRET"}]},"method":"PUT","auth":{"type":"noauth"}}}]}""");

        assertThat(pages.all().entrySet().stream()
                        .filter(page -> page.getValue().contains("S3CRET"))
                        .map(Map.Entry::getKey))
                .isEmpty();
        assertThat(pages.all().get("c/a/index.html")).contains("&lt;access_token&gt;", "&lt;x_api_key&gt;");
    }

    private static Pages pages(String json) {
        return Pages.of(Collection.read(json.getBytes(StandardCharsets.UTF_8)), settings());
    }

    private static Settings settings() {
        return new Settings(Languages.ALL, Map.of(), false);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
