package dev.porchlight.engine;

import java.util.concurrent.CompletionException;

/** Why stages fail. */
public final class Failures {
    private Failures() {}

    /** What the store failed with, out of the wrappings that stages put around it. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
