package dev.porchlight.store.valkey;

import dev.porchlight.testkit.ForwardingStore;
import dev.porchlight.testkit.valkey.TestValkey;
import java.util.Random;

/** A node over the server of the tests. */
public final class TestNode extends ForwardingStore {
    private final ValkeyOptions options;

    private TestNode(ValkeyOptions options) {
        super(ValkeyStore.open(options, new Random(), System::nanoTime));
        this.options = options;
    }

    /** One over fresh data. */
    public static TestNode open() {
        return new TestNode(new ValkeyOptions(TestValkey.uris(), TestValkey.prefix(), 0, ValkeyOptions.PATIENCE));
    }

    /** Another over the same data. */
    public TestNode another() {
        return new TestNode(options);
    }

    /** Closes it and opens another. */
    public TestNode reopen() {
        close();
        return another();
    }

    public ValkeyOptions options() {
        return options;
    }
}
