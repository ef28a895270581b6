package dev.porchlight.store.valkey.shard;

/** Whether something waits in a shard's outbox, as far as this node can know. */
final class Mark {
    private final Marks marks = new Marks();
    private boolean waits;

    /** After a commit. */
    synchronized void set() {
        marks.wrote();
        waits = true;
    }

    Look look(long nanos) {
        return marks.look(nanos);
    }

    synchronized void saw(Look look, boolean any) {
        boolean unchanged = marks.saw(look);
        waits = any || !unchanged;
    }

    synchronized boolean isSet() {
        return waits;
    }

    boolean isUnseenFor(long age, long nanos) {
        return marks.isUnseenFor(age, nanos);
    }
}
