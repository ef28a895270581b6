package dev.porchlight.cli;

import dev.porchlight.cli.terminal.Closing;
import dev.porchlight.cli.terminal.Stop;

/** Hears of a stop from the signals of the operating system. */
final class SignalStop implements Stop {
    private volatile boolean over;

    @Override
    public void arm(Closing closing) {
        Thread hook = new Thread(() -> close(closing), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Never returns. */
    @Override
    public void await() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has ended by itself, with an exit status of its own. */
    void disarm() {
        over = true;
    }

    private void close(Closing closing) {
        if (!over) {
            try {
                closing.close();
            } finally {
                // A signal's own status (143, 130) would look like a failure to whoever sent it.
                Runtime.getRuntime().halt(Commands.DONE);
            }
        }
    }
}
