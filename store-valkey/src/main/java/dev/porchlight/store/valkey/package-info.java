/** The floor of many nodes: all ports over Valkey or Redis, on one server, a primary with replicas, or a cluster. */
@NullMarked
package dev.porchlight.store.valkey;

import org.jspecify.annotations.NullMarked;
