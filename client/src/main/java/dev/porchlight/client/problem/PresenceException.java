package dev.porchlight.client.problem;

/** Carries a {@link PresenceError} to whoever called. */
public final class PresenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PresenceError error;

    public PresenceException(PresenceError error) {
        super(error.message());
        this.error = error;
    }

    public PresenceError error() {
        return error;
    }
}
