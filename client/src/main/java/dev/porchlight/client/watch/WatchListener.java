package dev.porchlight.client.watch;

import dev.porchlight.wire.WatchEvent;
import java.util.List;

/** Is told what happens to a watch, one thing after the other. It should not block for long: meanwhile nothing is read. */
public interface WatchListener {

    /** An answer that is newer than the one before. */
    void changed(WatchEvent event);

    /** These users are not there. */
    default void unknown(List<String> users) {}

    default void state(WatchState state) {}
}
