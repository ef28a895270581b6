package dev.porchlight.server.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets requests go wrong on purpose, in a server that somebody tests against. */
@FunctionalInterface
public interface Mischief {
    Mischief NONE = (call, path) -> null;

    /**
     * What goes wrong with a request that the gate has let in; null for nothing.
     *
     * @param path as sent
     */
    @Nullable
    Fault next(Call call, String path);

    /**
     * What goes wrong.
     *
     * @param delay before anything else
     */
    record Fault(Duration delay, Then then) {}

    /** What comes after the delay. */
    sealed interface Then {
        /** The house answers as ever. */
        record Serve() implements Then {}

        /** This is answered in its place. */
        record Answer(Reply reply) implements Then {}

        /** The connection is closed without a reply. */
        record Drop() implements Then {}
    }
}
