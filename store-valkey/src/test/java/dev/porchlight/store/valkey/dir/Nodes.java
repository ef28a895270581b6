package dev.porchlight.store.valkey.dir;

import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.testkit.valkey.TestValkey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Nodes over one directory. */
final class Nodes implements AutoCloseable {
    final Neighbour neighbour = new Neighbour();
    private final ValkeyOptions options =
            new ValkeyOptions(TestValkey.uris(), TestValkey.prefix(), 0, ValkeyOptions.PATIENCE);
    private final List<Runnable> open = new ArrayList<>();

    Dir node() {
        return node(lines -> lines);
    }

    /** @param between what comes between the node and its lines */
    Dir node(UnaryOperator<Lines> between) {
        Lines lines = Lines.open(options, "test");
        Dir node = new Dir(between.apply(lines), options.prefix(), new Random(), neighbour);
        open.add(node::close);
        open.add(lines::close);
        return node;
    }

    /** The rows of another node alone. */
    DirRows rows() {
        Lines lines = Lines.open(options, "test");
        DirRows rows = new DirRows(lines, new Places(options.prefix()), new Random());
        open.add(rows::close);
        open.add(lines::close);
        return rows;
    }

    @Override
    public void close() {
        open.forEach(Runnable::run);
    }
}
