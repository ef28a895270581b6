package dev.porchlight.store.valkey.line;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The lines from a node to the primaries of its store. What is asked goes to the primary that has the slot now; after a lost
 * connection, a fail-over or a moved slot it is asked again, as long as patience lasts, so it must be harmless to repeat.
 * Stages fail with {@link dev.porchlight.engine.port.StoreUnavailableException}, or with what the server refused for good.
 */
public interface Lines extends AutoCloseable {

    /**
     * Begins to look for the store, and answers at once: {@link #ready} tells whether it was found.
     *
     * @param node what the server calls this node's connections
     */
    static Lines open(ValkeyOptions options, String node) {
        return Opening.open(options, node);
    }

    /**
     * Reads: sent at once, over a connection that never waits for a replica. What the question answers with is taken on the
     * thread of the connections, which nothing may hold up.
     */
    <T> CompletionStage<T> ask(
            int slot, Function<RedisAsyncCommands<byte[], byte[]>, ? extends CompletionStage<T>> question);

    /** Runs a script that only reads, the same way. */
    <T> CompletionStage<T> ask(Script<T> script, List<byte[]> keys, List<byte[]> args);

    /**
     * Runs a script that writes, in a batch with whatever else waits, and completes when the batch is as durable as the
     * settings demand. All keys are of one slot. A script that may have run already is run again: it has to see that.
     */
    <T> CompletionStage<T> run(Script<T> script, List<byte[]> keys, List<byte[]> args);

    /**
     * Listens to a sharded channel. Complete when it is in force; where patience ends before, the stage fails and listening
     * is tried on until {@link #unlisten}. The ear is told by {@link Ear#deaf} each time that messages may have been lost,
     * once it hears again. Listening twice with an equal ear is listening once.
     */
    CompletionStage<Void> listen(byte[] channel, Ear ear);

    /** Ends it. A message under way may still arrive. */
    void unlisten(byte[] channel, Ear ear);

    /**
     * Completes when every primary answers and can be worked with; fails with what is wrong, in an operator's words, within
     * patience. What is to be said of a primary is logged when it is first met.
     */
    CompletionStage<Void> ready();

    /** Looks at every primary: its version, what it keeps, its replicas, this user's rights. Fails where one will not do. */
    CompletionStage<List<Findings>> check();

    @Override
    void close();

    /** Hears a channel, on the connection's thread: it must return at once. */
    interface Ear {
        void heard(byte[] message);

        void deaf();
    }
}
