package dev.porchlight.store.embedded.folder;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A data folder that cannot be used. It is left as it was; the message names it and says what to do. */
public final class FolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Another process has it open. */
        IN_USE,
        /** A newer version of Porchlight wrote it. */
        NEWER,
        /** It is not whole. */
        DAMAGED,
        /** It holds something else. */
        FOREIGN,
        /** Nothing can be written to it. */
        READ_ONLY,
        /** It is to be made, and there is something already. */
        TAKEN,
        /** It is to be read, and is not there. */
        MISSING,
        /** The disk failed or is full. */
        DISK
    }

    private final Reason reason;

    /** @param message for people: what was found in which folder, and what to do */
    public FolderException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** @param message for people: what was found in which folder, and what to do */
    public FolderException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The disk under a folder failed. */
    public static FolderException disk(Path folder, Exception cause) {
        return new FolderException(
                Reason.DISK,
                "The disk under " + folder + " failed: " + cause.getMessage() + ". Check it and try again.",
                cause);
    }

    /** Why the folder cannot be used. */
    public Reason reason() {
        return reason;
    }
}
