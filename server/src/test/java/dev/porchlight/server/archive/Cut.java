package dev.porchlight.server.archive;

import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Alarms;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.History;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.engine.port.Store;
import dev.porchlight.testkit.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A store that hands over many accounts, and then does something else. */
public final class Cut implements Store, Archive {
    private final Store store = new MemoryStore();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final int many;
    private final Runnable then;

    public Cut(int many, Runnable then) {
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
        return store.archive().load(items);
    }

    @Override
    public Archive archive() {
        return this;
    }

    @Override
    public Ledger ledger() {
        return store.ledger();
    }

    @Override
    public Feed feed() {
        return store.feed();
    }

    @Override
    public Alarms alarms() {
        return store.alarms();
    }

    @Override
    public Outbox outbox() {
        return store.outbox();
    }

    @Override
    public History history() {
        return store.history();
    }

    @Override
    public Directory directory() {
        return store.directory();
    }

    @Override
    public void close() {
        store.close();
    }
}
