package dev.porchlight.reference.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.collection.FlawedException;
import dev.porchlight.reference.sample.Language;
import dev.porchlight.reference.sample.Languages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Any collection, however wrong, gives an error that names the path in the JSON, or pages. {@code -Dporchlight.mutations=N} makes
 * so many, {@code -Dporchlight.seed=N} repeats a run from one of them.
 */
class MutatedCollectionsTest {
    private static final int COUNT = Integer.getInteger("porchlight.mutations", 2_000);
    private static final long SEED = Long.getLong("porchlight.seed", new Random().nextLong() >>> 16);
    private static final Duration NO_HANG = Duration.ofSeconds(20);

    private int pages;
    private int refused;
    private int flawed;

    @Test
    void aWrongCollectionGivesAnErrorWithItsPathOrPages() {
        System.out.printf("Mutated collections: %d from -Dporchlight.seed=%d%n", COUNT, SEED);
        List<JsonNode> items = items();
        for (int i = 0; i < COUNT; i++) {
            long seed = SEED + i;
            byte[] mutated = new Mutation(items, new Random(seed)).next();
            try {
                assertTimeoutPreemptively(NO_HANG, () -> build(mutated, new Random(seed)));
            } catch (Throwable e) {
                throw new AssertionError(
                        "-Dporchlight.seed=" + seed + " -Dporchlight.mutations=1: "
                                + new String(mutated, 0, Math.min(mutated.length, 3_000), StandardCharsets.UTF_8),
                        e);
            }
        }
        System.out.printf(
                "%d sites with %d items that say why they are not shown, %d collections refused%n",
                pages, flawed, refused);
        assertThat(pages).isGreaterThan(COUNT / 4);
    }

    private void build(byte[] json, Random dice) {
        try {
            Collection collection = Collection.read(json);
            Language language = Languages.ALL.get(dice.nextInt(Languages.ALL.size()));
            Settings settings = new Settings(List.of(language), Map.of(), dice.nextBoolean());
            SiteWriter writer = new SiteWriter(
                    settings,
                    (address, bytes) -> assertThat(address).doesNotContain("..").hasSizeLessThan(800));
            flawed += writer.add(collection, done -> {}).size();
            writer.finish();
            pages++;
            if (dice.nextInt(20) == 0) {
                Pages all = Pages.of(collection, settings);
                assertThat(all.alive()).isEmpty();
                assertThat(all.broken()).isEmpty();
            }
        } catch (FlawedException e) {
            assertThat(e.flaw().path()).startsWith("$").hasSizeLessThan(1_000);
            refused++;
        }
    }

    private static List<JsonNode> items() {
        ObjectMapper json = new ObjectMapper();
        return Stream.of("seed", "given", "more")
                .flatMap(folder -> {
                    try {
                        Path file =
                                Path.of("src/test/resources/dev/porchlight/reference/edge", folder, "collection.json");
                        List<JsonNode> items = new ArrayList<>();
                        json.readTree(file.toFile()).path("item").forEach(items::add);
                        return items.stream();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
