package dev.porchlight.store.valkey.shard;

/** When a shard was last looked at, and how often this node wrote to it: a look may not have seen what was written meanwhile. */
final class Marks {
    private long written;
    private boolean looked;
    private long lookedAt;

    synchronized void wrote() {
        written++;
    }

    synchronized Look look(long nanos) {
        return new Look(written, nanos);
    }

    /** Answers whether nothing was written meanwhile. */
    synchronized boolean saw(Look look) {
        looked = true;
        lookedAt = look.nanos();
        return look.written() == written;
    }

    /** Whether it was not looked at for so many nanoseconds. */
    synchronized boolean isUnseenFor(long age, long nanos) {
        return !looked || nanos - lookedAt >= age;
    }
}
