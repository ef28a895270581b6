package dev.porchlight.testkit.valkey;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks at a process that tells nobody when it has changed, until it has, with an end. */
public final class Polling {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Polling() {}

    /** Returns once it is so, or fails and names what was waited for. */
    public static void until(String what, BooleanSupplier so) {
        until(what, () -> "", so);
    }

    /**
     * The same.
     *
     * @param otherwise what to tell in addition where it never was so
     */
    public static void until(String what, Supplier<String> otherwise, BooleanSupplier so) {
        long start = System.nanoTime();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new AssertionError("in vain waited until " + what + " " + otherwise.get());
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }
}
