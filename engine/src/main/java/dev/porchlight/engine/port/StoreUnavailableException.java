package dev.porchlight.engine.port;

/**
 * The store cannot answer now: a full disk, a lost connection, a shutdown. Nothing of the request has been stored, or, for
 * a commit whose acknowledgement was lost, nobody knows; reading again tells.
 */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message for people who operate the server: what is wrong and what to do */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreUnavailableException(String message) {
        super(message);
    }
}
