/** What the servers speak, as little of it as the comparison needs. */
@NullMarked
package dev.porchlight.bench.peers.speech;

import org.jspecify.annotations.NullMarked;
