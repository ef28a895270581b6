/** The embedded store: one process, one durable folder. */
@NullMarked
package dev.porchlight.store.embedded;

import org.jspecify.annotations.NullMarked;
