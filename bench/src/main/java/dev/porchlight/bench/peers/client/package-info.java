/** Many connections on one thread, and what they have been told. */
@NullMarked
package dev.porchlight.bench.peers.client;

import org.jspecify.annotations.NullMarked;
