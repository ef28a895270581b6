package dev.porchlight.cli.terminal;

/** For commands that do not wait. */
public final class NoStop implements Stop {
    @Override
    public void arm(Closing closing) {
        throw new UnsupportedOperationException("nothing here runs until it is stopped");
    }

    @Override
    public void await() {
        throw new UnsupportedOperationException("nothing here runs until it is stopped");
    }
}
