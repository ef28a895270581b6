package dev.porchlight.cli.terminal;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be ended when a command ends: last first, each once. */
public final class Closing implements AutoCloseable {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean closed;

    /** Adds a task; when all is closed already, it is done at once. */
    public synchronized void add(Runnable task) {
        if (closed) {
            task.run();
        } else {
            tasks.push(task);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!tasks.isEmpty()) {
            tasks.pop().run();
        }
    }
}
