package dev.porchlight.cli.terminal;

/** Keeps a command running until somebody stops it. */
@FunctionalInterface
public interface Stop {

    /**
     * Waits; when the process is told to stop (Ctrl-C, SIGTERM), closes. A command that was stopped and closed well has
     * ended well: the exit status is 0.
     */
    void await(Runnable close);

    /** Waits for the signals of the operating system. Never returns: the process ends once it has closed. */
    static Stop bySignal() {
        return close -> {
            Thread hook = new Thread(
                    () -> {
                        close.run();
                        Runtime.getRuntime().halt(0);
                    },
                    "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                Thread.currentThread().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
