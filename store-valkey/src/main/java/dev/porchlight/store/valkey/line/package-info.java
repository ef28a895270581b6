/** How a node speaks with its store: where the primaries are, connections that come back, batches, and what is heard. */
@NullMarked
package dev.porchlight.store.valkey.line;

import org.jspecify.annotations.NullMarked;
