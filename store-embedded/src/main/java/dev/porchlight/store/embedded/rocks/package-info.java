/** The database under the store: its tables, its one writer and its readers. Knows bytes, not presences. */
@NullMarked
package dev.porchlight.store.embedded.rocks;

import org.jspecify.annotations.NullMarked;
