package dev.porchlight.store.valkey.line;

/** A call that was sent over a line, once. */
final class Attempt {
    final Call<?> call;
    final long number;
    final long at;
    boolean answered;

    /**
     * One that is not answered yet.
     *
     * @param number how many were sent over the line before it, and one
     * @param at when, as {@link System#nanoTime}
     */
    Attempt(Call<?> call, long number, long at) {
        this.call = call;
        this.number = number;
        this.at = at;
    }

    /** Whether nobody waits for it. */
    boolean isVain(long now) {
        return answered || call.isOver(now);
    }
}
