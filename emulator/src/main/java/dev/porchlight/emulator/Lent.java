package dev.porchlight.emulator;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An emulator in the hands of a test or of a class.
 *
 * @param fresh whether no test has had it since it was started or reset
 */
record Lent(Porchlight porchlight, Shelf shelf, AtomicBoolean fresh) implements AutoCloseable {

    /** Whether it needs no reset; asked once, it does from then on. */
    boolean isNew() {
        return fresh.getAndSet(false);
    }

    @Override
    public void close() {
        shelf.takeBack(porchlight);
    }
}
