/**
 * What is kept of users, spread over 1,024 shards: presences, alarms, events and readings. All of a user lies in one shard, and
 * is changed by one script in one step.
 */
@NullMarked
package dev.porchlight.store.valkey.shard;

import org.jspecify.annotations.NullMarked;
