package dev.porchlight.store.embedded.rocks;

import static dev.porchlight.testkit.contract.Stages.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

class WriterTest {
    private static final byte[] KEY = "key".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private Database database;
    private Writer writer;

    /** Not started yet: what is submitted before the start is one batch. */
    @BeforeEach
    void open() throws RocksDBException {
        database = Database.create(folder, 16 << 20);
        writer = new Writer(database, () -> {});
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aChangeSeesWhatEarlierOnesOfItsBatchDrafted() {
        CompletionStage<String> first = submit(draft -> put(draft, "one"));
        CompletionStage<String> second = submit(draft -> value(draft) + put(draft, "two"));
        CompletionStage<String> third = submit(draft -> {
            String seen = value(draft);
            draft.delete(Table.META, KEY);
            return seen + value(draft);
        });
        writer.start();

        assertThat(List.of(await(first), await(second), await(third))).containsExactly("one", "onetwo", "twonone");
        writer.close();
        assertThat(database.get(Table.META, KEY)).isNull();
    }

    @Test
    void aChangeThatThrowsLeavesNothingAndHarmsNoOther() {
        CompletionStage<String> before = submit(draft -> put(draft, "before"));
        CompletionStage<String> failing = submit(draft -> {
            draft.append(Table.INDEX, KEY, KEY);
            throw new IllegalStateException("out of luck");
        });
        CompletionStage<String> after = submit(WriterTest::value);
        writer.start();

        assertThat(await(before)).isEqualTo("before");
        assertThatThrownBy(() -> await(failing))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("out of luck");
        assertThat(await(after)).isEqualTo("before");
        writer.close();
        assertThat(database.get(Table.INDEX, KEY)).isNull();
        assertThat(database.get(Table.META, KEY)).isEqualTo("before".getBytes(UTF_8));
    }

    @Test
    void aChangeThatStandsAloneScansWhatWasDraftedBefore() {
        submit(draft -> put(draft, "before"));
        List<String> scanned = new ArrayList<>();
        CompletionStage<String> alone = Change.submitAlone(
                writer,
                draft -> {
                    draft.read(view -> {
                        view.scan(Table.META, new byte[0], row -> scanned.add(new String(row.value(), UTF_8)));
                        return null;
                    });
                    put(draft, "never");
                    draft.discard();
                    return "alone";
                },
                done -> {});
        CompletionStage<String> after = submit(WriterTest::value);
        writer.start();

        assertThat(await(alone)).isEqualTo("alone");
        assertThat(scanned).containsExactly("before");
        assertThat(await(after)).isEqualTo("before");
        writer.close();
    }

    @Test
    void whatWaitsIsCarriedOutBeforeItClosesAndWhatComesLaterIsRefused() {
        CompletionStage<String> waiting = submit(draft -> put(draft, "one"));
        writer.start();
        writer.close();

        assertThat(await(waiting)).isEqualTo("one");
        assertThatThrownBy(() -> await(submit(WriterTest::value)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("The store is closed.");
    }

    @Test
    void whereTooManyWaitTheNextIsTold() {
        for (int i = 0; i < Writer.MAX_WAITING; i++) {
            submit(draft -> "");
        }

        assertThatThrownBy(() -> await(submit(WriterTest::value)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("Too many changes wait");
        writer.start();
        writer.close();
    }

    private CompletionStage<String> submit(Function<Draft, String> apply) {
        return Change.submit(writer, apply, done -> {});
    }

    private static String put(Draft draft, String value) {
        draft.put(Table.META, KEY, value.getBytes(UTF_8));
        return value;
    }

    private static String value(Draft draft) {
        byte[] value = draft.get(Table.META, KEY);
        return value == null ? "none" : new String(value, UTF_8);
    }
}
