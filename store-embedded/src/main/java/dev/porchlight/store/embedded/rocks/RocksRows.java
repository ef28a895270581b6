package dev.porchlight.store.embedded.rocks;

import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tables of one database: read by its readers, changed by its writer. */
public record RocksRows(Database database, Writer writer, Readers readers) implements Rows {

    @Override
    public <T extends @Nullable Object> CompletionStage<T> read(Function<View, T> reader) {
        return readers.read(reader);
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> run(Supplier<T> task) {
        return readers.run(task);
    }

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
        return database.get(table, key);
    }

    @Override
    public <T> CompletionStage<T> change(Function<Draft, T> apply, Consumer<T> durable) {
        return Change.submit(writer, apply, durable);
    }

    @Override
    public <T> CompletionStage<T> changeAlone(Function<Draft, T> apply, Consumer<T> durable) {
        return Change.submitAlone(writer, apply, durable);
    }
}
