package dev.porchlight.cli.status;

import dev.porchlight.client.watch.WatchListener;

/** How a watch is shown. */
interface WatchView extends WatchListener, AutoCloseable {

    /** A second has gone by. */
    default void tick() {}

    /** Leaves what was there as it was before. */
    @Override
    default void close() {}
}
