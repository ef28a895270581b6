/** A long run with bad networks: in the end every watcher's picture must be what the store holds. */
@NullMarked
package dev.porchlight.bench.soak;

import org.jspecify.annotations.NullMarked;
