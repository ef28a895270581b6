package dev.porchlight.cli.terminal;

/** A command that could not do what it was asked: what failed and why, and what to do next. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The exit status of most failures. */
    public static final int FAILED = 1;

    /** The same command may work later. */
    public static final int NOT_NOW = 3;

    /** No answer came, or none that can be understood. */
    public static final int NO_ANSWER = 4;

    private final String next;
    private final int status;

    /**
     * @param what one sentence: what failed, where, and what was expected
     * @param next one sentence, or nothing
     */
    public Failure(String what, String next) {
        this(what, next, FAILED);
    }

    /** Another exit status than that of most. */
    public Failure(String what, String next, int status) {
        super(what, null, false, false);
        this.next = next;
        this.status = status;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public String next() {
        return next;
    }

    public int status() {
        return status;
    }
}
