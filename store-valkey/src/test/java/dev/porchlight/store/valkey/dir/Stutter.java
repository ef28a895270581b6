package dev.porchlight.store.valkey.dir;

import dev.porchlight.store.valkey.line.Findings;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Lines on which each first answer is lost: what writes is sent twice, and the second answer counts. */
public record Stutter(Lines lines) implements Lines {

    @Override
    public <T> CompletionStage<T> ask(
            int slot, Function<RedisAsyncCommands<byte[], byte[]>, ? extends CompletionStage<T>> question) {
        return lines.ask(slot, question);
    }

    @Override
    public <T> CompletionStage<T> ask(Script<T> script, List<byte[]> keys, List<byte[]> args) {
        return lines.ask(script, keys, args);
    }

    @Override
    public <T> CompletionStage<T> run(Script<T> script, List<byte[]> keys, List<byte[]> args) {
        return lines.run(script, keys, args).thenCompose(lost -> lines.run(script, keys, args));
    }

    @Override
    public CompletionStage<Void> listen(byte[] channel, Ear ear) {
        return lines.listen(channel, ear);
    }

    @Override
    public void unlisten(byte[] channel, Ear ear) {
        lines.unlisten(channel, ear);
    }

    @Override
    public CompletionStage<List<Findings>> check() {
        return lines.check();
    }

    @Override
    public CompletionStage<Void> ready() {
        return lines.ready();
    }

    @Override
    public void close() {
        lines.close();
    }
}
