package dev.porchlight.server.archive;

import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.store.memory.MemoryStore;
import dev.porchlight.testkit.ForwardingStore;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A store that hands over many accounts, and then does something else. */
public final class Cut extends ForwardingStore implements Archive {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final int many;
    private final Runnable then;

    public Cut(int many, Runnable then) {
        super(new MemoryStore());
        this.many = many;
        this.then = then;
    }

    /** Returns when the handing over has ended, one way or the other. */
    public void awaitEnd() throws InterruptedException {
        if (!ended.await(1, TimeUnit.MINUTES)) {
            throw new AssertionError("still handing over");
        }
    }

    @Override
    public void forEach(Consumer<Item> consumer) {
        try {
            for (int number = 0; number < many; number++) {
                consumer.accept(new Item.OfAccount(new Account("account-" + number, "Account", Instant.EPOCH)));
            }
            then.run();
        } finally {
            ended.countDown();
        }
    }

    @Override
    public CompletionStage<List<Written>> load(List<Item> items) {
        return super.archive().load(items);
    }

    @Override
    public Archive archive() {
        return this;
    }
}
