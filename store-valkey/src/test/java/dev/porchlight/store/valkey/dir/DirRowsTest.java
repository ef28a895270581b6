package dev.porchlight.store.valkey.dir;

import static dev.porchlight.testkit.contract.Stages.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes over the same rows, one of which comes in between while the other drafts. */
class DirRowsTest {
    private static final byte[] KEY = key(5);

    private Nodes nodes;
    private DirRows mine;
    private DirRows theirs;
    private final AtomicInteger attempts = new AtomicInteger();

    @BeforeEach
    void open() {
        nodes = new Nodes();
        mine = nodes.rows();
        theirs = nodes.rows();
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void whatWasReadIsReadAgainWhereItHasChanged() {
        put(theirs, 5, "old");

        String seen = await(mine.change(
                draft -> {
                    String read = text(draft.get(Table.EMAIL, KEY));
                    meanwhile(() -> put(theirs, 5, "new"));
                    draft.put(Table.EMAIL, key(6), bytes(read));
                    return read;
                },
                done -> {}));

        assertThat(seen).isEqualTo("new");
        assertThat(text(theirs.get(Table.EMAIL, key(6)))).isEqualTo("new");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void whatWasNotThereIsReadAgainWhereItIsThere() {
        boolean added = await(mine.change(
                draft -> {
                    boolean free = draft.get(Table.EMAIL, KEY) == null;
                    meanwhile(() -> put(theirs, 5, "theirs"));
                    if (free) {
                        draft.put(Table.EMAIL, KEY, bytes("mine"));
                    }
                    return free;
                },
                done -> {}));

        assertThat(added).isFalse();
        assertThat(text(mine.get(Table.EMAIL, KEY))).isEqualTo("theirs");
    }

    @Test
    void whatWasNotReadMayChange() {
        put(theirs, 5, "old");

        await(mine.change(
                draft -> {
                    meanwhile(() -> put(theirs, 5, "new"));
                    draft.put(Table.EMAIL, key(6), KEY);
                    return true;
                },
                done -> {}));

        assertThat(attempts).hasValue(1);
    }

    @Test
    void aScanIsRepeatedWhereAnotherPutARowIntoIt() {
        index(theirs, 1, 3, 5);

        assertThat(countBelow(mine, 5, () -> index(theirs, 2))).isEqualTo(3);

        assertThat(attempts).hasValue(2);
    }

    @Test
    void aScanIsNotRepeatedForARowBehindItsEnd() {
        index(theirs, 1, 3, 5);

        assertThat(countBelow(mine, 5, () -> index(theirs, 7))).isEqualTo(2);

        assertThat(attempts).hasValue(1);
    }

    @Test
    void aScanDownwardsIsRepeatedWhereAnotherTookARowOutOfIt() {
        index(theirs, 1, 3, 5);

        int count = await(mine.changeAlone(
                draft -> {
                    List<byte[]> seen = new ArrayList<>();
                    draft.<@Nullable Object>read(view -> {
                        view.scanBack(Table.INDEX, key(4), row -> seen.add(row.key()));
                        return null;
                    });
                    meanwhile(() -> change(theirs, other -> other.drop(Table.INDEX, key(1))));
                    draft.append(Table.INDEX, key(9), new byte[0]);
                    return seen.size();
                },
                done -> {}));

        assertThat(count).isEqualTo(1);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void whoeverIsAlwaysOvertakenIsTold() {
        CompletionStage<Boolean> hopeless = mine.change(
                draft -> {
                    draft.get(Table.EMAIL, KEY);
                    put(theirs, 5, "v" + attempts.incrementAndGet());
                    draft.put(Table.EMAIL, key(6), KEY);
                    return true;
                },
                done -> {});

        assertThatThrownBy(() -> await(hopeless))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("64 attempts");
        assertThat(theirs.get(Table.EMAIL, key(6))).isNull();
    }

    @Test
    void aChangeThatFailsLeavesNothingAndHarmsNoOther() {
        List<CompletionStage<Boolean>> all = IntStream.range(0, 50)
                .<CompletionStage<Boolean>>mapToObj(i -> mine.change(
                        draft -> {
                            draft.put(Table.EMAIL, key(i), KEY);
                            if (i % 10 == 3) {
                                throw new IllegalStateException("out of luck");
                            }
                            return true;
                        },
                        done -> {}))
                .toList();

        for (int i = 0; i < all.size(); i++) {
            CompletionStage<Boolean> each = all.get(i);
            if (i % 10 == 3) {
                assertThatThrownBy(() -> await(each)).hasMessageContaining("out of luck");
                assertThat(mine.get(Table.EMAIL, key(i))).isNull();
            } else {
                assertThat(await(each)).isTrue();
                assertThat(mine.get(Table.EMAIL, key(i))).isEqualTo(KEY);
            }
        }
    }

    @Test
    void rowsAreVisitedInTheirOrderHoweverManyThereAre() {
        change(
                theirs,
                draft -> IntStream.range(0, 3000)
                        .forEach(i -> draft.put(Table.USER, key(i * 7919 % 3000), bytes("v" + i * 7919 % 3000))));

        assertThat(visited(mine.view(), 1000))
                .containsExactlyElementsOf(
                        IntStream.range(1000, 3000).mapToObj(i -> "v" + i).toList());
        assertThat(visitedBack(mine.view(), 1000))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 1000)
                        .mapToObj(i -> "v" + (1000 - i))
                        .toList());
        assertThat(mine.view().last(Table.USER)).isEqualTo(key(2999));
    }

    @Test
    void aRangeThatIsDroppedIsGoneAndNothingElse() {
        change(
                theirs,
                draft -> IntStream.range(0, 100).forEach(i -> draft.put(Table.DELIVERY, key(i), bytes("v" + i))));

        await(mine.changeAlone(
                draft -> {
                    draft.put(Table.DELIVERY, key(20), bytes("before"));
                    draft.dropRange(Table.DELIVERY, key(10), key(90));
                    draft.put(Table.DELIVERY, key(50), bytes("after"));
                    return true;
                },
                done -> {}));

        List<String> left = new ArrayList<>();
        mine.view().scan(Table.DELIVERY, new byte[0], row -> left.add(text(row.value())));
        assertThat(left).hasSize(21).contains("v9", "after", "v90").doesNotContain("v10", "before", "v89");
    }

    private int countBelow(DirRows rows, int end, Runnable meanwhile) {
        return await(rows.changeAlone(
                draft -> {
                    List<byte[]> seen = new ArrayList<>();
                    draft.<@Nullable Object>read(view -> {
                        view.scan(
                                Table.INDEX,
                                key(0),
                                row -> Arrays.compareUnsigned(row.key(), key(end)) < 0 && seen.add(row.key()));
                        return null;
                    });
                    meanwhile(meanwhile);
                    draft.append(Table.INDEX, key(9), new byte[0]);
                    return seen.size();
                },
                done -> {}));
    }

    /** In the first attempt only. */
    private void meanwhile(Runnable change) {
        if (attempts.incrementAndGet() == 1) {
            change.run();
        }
    }

    private static List<String> visited(View view, int from) {
        List<String> all = new ArrayList<>();
        view.scan(Table.USER, key(from), row -> all.add(text(row.value())));
        return all;
    }

    private static List<String> visitedBack(View view, int from) {
        List<String> all = new ArrayList<>();
        view.scanBack(Table.USER, key(from), row -> all.add(text(row.value())));
        return all;
    }

    private static void put(DirRows rows, int number, String value) {
        change(rows, draft -> draft.put(Table.EMAIL, key(number), bytes(value)));
    }

    private static void index(DirRows rows, int... numbers) {
        change(
                rows,
                draft -> Arrays.stream(numbers).forEach(number -> draft.append(Table.INDEX, key(number), new byte[0])));
    }

    private static void change(DirRows rows, Consumer<Draft> change) {
        await(rows.change(
                draft -> {
                    change.accept(draft);
                    return true;
                },
                done -> {}));
    }

    /** Bytes that no text has among them. */
    private static byte[] key(int number) {
        return new byte[] {(byte) 0xFF, 0, (byte) (number >> 8), (byte) number};
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "nothing" : new String(value, UTF_8);
    }
}
