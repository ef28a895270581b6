package dev.porchlight.store.valkey.shard;

/**
 * A look at a shard.
 *
 * @param written how often this node had written when it began
 * @param nanos when it began
 */
record Look(long written, long nanos) {}
