package dev.porchlight.store.valkey.shard;

import static dev.porchlight.store.valkey.shard.Changes.NOON;
import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.rows.Keys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Over a history of 1,000 events, a second apart. */
final class BackwardsTest {
    private final List<byte[]> history = new ArrayList<>(
            IntStream.range(0, 1000).mapToObj(BackwardsTest::told).toList());
    private int pieces;

    @Test
    void itIsReadAsFarBackAsIsAskedForAndNoFurther() {
        assertThat(read(after(400), told -> true, 1000)).isEqualTo(seconds(400, 1000));
        assertThat(pieces).as("of 64, 128, 256 and 512").isEqualTo(4);
    }

    @Test
    void ofTooManyTheNewestAreRead() {
        assertThat(read(told -> true, told -> second(told) < 900, 3)).isEqualTo(seconds(897, 900));
    }

    @Test
    void whatIsOlderThanAllIsNotFound() {
        assertThat(read(told -> true, told -> second(told) < 0, 1)).isEmpty();
        assertThat(pieces).isEqualTo(5);
    }

    @Test
    void whatIsAddedMeanwhileShiftsNothing() {
        Backwards reading = new Backwards(after(700), told -> true, 1000);

        List<byte[]> read = await(reading.read((start, stop) -> {
            CompletionStage<List<byte[]>> piece = piece(start, stop);
            history.add(told(history.size()));
            return piece;
        }));

        assertThat(read.stream().map(BackwardsTest::second).toList()).isEqualTo(seconds(700, 1000));
    }

    private List<Long> read(Predicate<byte[]> goOn, Predicate<byte[]> isWanted, int limit) {
        Backwards reading = new Backwards(goOn, isWanted, limit);
        return await(reading.read(this::piece)).stream()
                .map(BackwardsTest::second)
                .toList();
    }

    /** As LRANGE answers. */
    private CompletionStage<List<byte[]>> piece(long start, long stop) {
        pieces++;
        int from = Math.toIntExact(Math.max(0, history.size() + start));
        int to = Math.toIntExact(Math.max(0, history.size() + stop + 1));
        return CompletableFuture.completedStage(List.copyOf(history.subList(Math.min(from, to), to)));
    }

    private static Predicate<byte[]> after(long second) {
        return told -> second(told) >= second;
    }

    private static byte[] told(int second) {
        return Keys.join(Keys.instant(NOON.plusSeconds(second)), Keys.sequence(second));
    }

    private static long second(byte[] told) {
        Instant at = Told.at(told);
        return at.getEpochSecond() - NOON.getEpochSecond();
    }

    private static List<Long> seconds(int from, int to) {
        return IntStream.range(from, to).mapToObj(Long::valueOf).toList();
    }
}
