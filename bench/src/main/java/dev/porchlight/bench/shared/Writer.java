package dev.porchlight.bench.shared;

import java.util.concurrent.CompletionStage;

/** Writes the next change of one of the users that a caller has to itself. */
interface Writer {
    /**
     * The next one of that caller, which has one outstanding.
     *
     * @param caller from 0
     */
    CompletionStage<?> next(int caller);
}
