/** The servers: how each is filled, started and looked at. */
@NullMarked
package dev.porchlight.bench.peers.server;

import org.jspecify.annotations.NullMarked;
