package dev.porchlight.client.time;

import java.time.Duration;
import java.time.InstantSource;

/** All that a client takes from the clock and the machine's threads, so that a test can hand in another. */
public interface Time extends InstantSource {

    /** The machine's. */
    static Time ofTheMachine() {
        return MachineTime.INSTANCE;
    }

    /** Runs a task now, on a thread of its own. */
    void run(Runnable task);

    /**
     * Runs a task later, on a thread of its own.
     *
     * @return calls it off, if it has not begun
     */
    Runnable after(Duration wait, Runnable task);

    /** Lets the caller wait. */
    void pause(Duration wait) throws InterruptedException;
}
