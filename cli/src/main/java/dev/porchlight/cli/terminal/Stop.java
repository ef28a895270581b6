package dev.porchlight.cli.terminal;

/** How a command that runs until it is stopped hears of it (Ctrl-C, SIGTERM). */
public interface Stop {

    /** From now on a stop closes; a command that was stopped and closed has ended well, with the exit status 0. */
    void arm(Closing closing);

    /** Waits for a stop, and returns when all is closed; or never, where the process ends with it. */
    void await();
}
