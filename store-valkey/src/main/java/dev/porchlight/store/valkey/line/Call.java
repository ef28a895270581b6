package dev.porchlight.store.valkey.line;

import dev.porchlight.engine.port.StoreUnavailableException;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something asked of the store, and perhaps asked again, until it is answered or patience ends. */
abstract class Call<T> {
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final int slot;
    private final long end;
    private final boolean writes;
    private int repeats;
    private @Nullable Address detour;

    private Call(int slot, long end, boolean writes) {
        this.slot = slot;
        this.writes = writes;
        this.end = end;
    }

    /** One that sends commands. */
    static <T> Call<T> question(
            int slot, long end, Function<RedisAsyncCommands<byte[], byte[]>, ? extends CompletionStage<T>> question) {
        return new Question<>(slot, end, question);
    }

    /** One that runs a script. */
    static <T> Call<T> script(
            int slot, long end, boolean writes, Script<T> script, List<byte[]> keys, List<byte[]> args) {
        return new ScriptCall<>(slot, end, writes, script, keys.toArray(byte[][]::new), args.toArray(byte[][]::new));
    }

    abstract CompletionStage<?> send(RedisAsyncCommands<byte[], byte[]> wire);

    abstract T read(@Nullable Object raw);

    /** The script that the server has to know. */
    abstract @Nullable Script<?> script();

    int slot() {
        return slot;
    }

    boolean writes() {
        return writes;
    }

    /** Asks there next, once: the slot is on its way there. */
    void takeDetour(Address there) {
        detour = there;
    }

    @Nullable
    Address detour() {
        return detour;
    }

    void endDetour() {
        detour = null;
    }

    boolean isOnDetour() {
        return detour != null;
    }

    CompletionStage<T> answer() {
        return answer;
    }

    boolean isOver(long now) {
        return end - now < 0;
    }

    /** Counts one more. */
    int repeat() {
        return repeats++;
    }

    void complete(@Nullable Object raw) {
        T read;
        try {
            read = read(raw);
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
            return;
        }
        answer.complete(read);
    }

    void fail(Throwable cause) {
        answer.completeExceptionally(cause);
    }

    void fail(String why, @Nullable Throwable cause) {
        fail(cause == null ? new StoreUnavailableException(why) : new StoreUnavailableException(why, cause));
    }

    private static final class Question<T> extends Call<T> {
        private final Function<RedisAsyncCommands<byte[], byte[]>, ? extends CompletionStage<T>> question;

        Question(
                int slot,
                long end,
                Function<RedisAsyncCommands<byte[], byte[]>, ? extends CompletionStage<T>> question) {
            super(slot, end, false);
            this.question = question;
        }

        @Override
        CompletionStage<?> send(RedisAsyncCommands<byte[], byte[]> wire) {
            return question.apply(wire);
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // what the question's own stage answered
        T read(@Nullable Object raw) {
            return (T) raw;
        }

        @Override
        @Nullable
        Script<?> script() {
            return null;
        }
    }

    private static final class ScriptCall<T> extends Call<T> {
        private final Script<T> script;
        private final byte[][] keys;
        private final byte[][] args;

        ScriptCall(int slot, long end, boolean writes, Script<T> script, byte[][] keys, byte[][] args) {
            super(slot, end, writes);
            this.script = script;
            this.keys = keys;
            this.args = args;
        }

        @Override
        CompletionStage<?> send(RedisAsyncCommands<byte[], byte[]> wire) {
            return wire.<@Nullable Object>evalsha(script.sha1(), script.output(), keys, args);
        }

        @Override
        T read(@Nullable Object raw) {
            return script.reading().apply(raw);
        }

        @Override
        Script<?> script() {
            return script;
        }
    }
}
