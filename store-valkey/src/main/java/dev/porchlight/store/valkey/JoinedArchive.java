package dev.porchlight.store.valkey;

import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.store.valkey.dir.Dir;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The directory's part; that of the shards joins it. */
record JoinedArchive(Dir dir) implements Archive {

    @Override
    public void forEach(Consumer<Item> consumer) {
        dir.forEach(consumer);
    }

    @Override
    public CompletionStage<List<Written>> load(List<Item> items) {
        return dir.load(items);
    }
}
