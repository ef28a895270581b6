package dev.porchlight.bench.watch;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** How watchers speak with one kind of server. */
public interface Dialect {

    /** What the watcher of that number says first. */
    byte[] opening(int watcher);

    /** One watcher's side of the conversation. */
    Talk talk(int watcher);

    /** Listens to what the server says. */
    interface Talk {
        /**
         * Takes what is whole and leaves the rest. Answers how many changes it has heard of.
         *
         * @param answer takes what the watcher has to say to that
         */
        int hear(ByteBuffer in, Consumer<byte[]> answer);

        /** Whether the watcher has been told all that it has to know at the beginning. */
        boolean isReady();
    }
}
