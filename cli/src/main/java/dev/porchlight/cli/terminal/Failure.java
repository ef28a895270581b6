package dev.porchlight.cli.terminal;

/** A command that could not do what it was asked: what failed and why, and what to do next. Ends with exit status 1. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String next;

    /**
     * @param what one sentence: what failed, where, and what was expected
     * @param next one sentence, or nothing
     */
    public Failure(String what, String next) {
        super(what, null, false, false);
        this.next = next;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public String next() {
        return next;
    }
}
