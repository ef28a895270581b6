package dev.porchlight.engine.codec;

/** Bytes that are no record of ours: cut off, altered, or written in a format that this version does not know. */
public final class DamagedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A damage found by Porchlight itself.
     *
     * @param message what was found, and what was expected
     */
    public DamagedRecordException(String message) {
        super(message);
    }

    public DamagedRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
