package dev.porchlight.store.valkey.shard;

/** Which shards a node looks after. */
@FunctionalInterface
interface Ownership {
    boolean owns(Shard shard);
}
