package dev.porchlight.store.valkey;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Outbox.Entry;
import dev.porchlight.store.valkey.dir.Elsewhere;
import dev.porchlight.store.valkey.shard.Shards;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What the directory's changes touch in the shards. */
record Beyond(Shards shards) implements Elsewhere {

    @Override
    public CompletionStage<Long> revision(UserKey user) {
        return shards.removal().revision(user);
    }

    @Override
    public CompletionStage<Boolean> remove(UserKey user, long revision) {
        return shards.removal().remove(user, revision);
    }

    @Override
    public CompletionStage<List<Entry>> waiting(List<Entry> entries) {
        return shards.waiting(entries);
    }

    @Override
    public CompletionStage<Void> done(Entry entry) {
        return shards.outbox().done(entry);
    }

    @Override
    public boolean owns(String subscription) {
        return shards.membership().owns(subscription);
    }
}
