/** The store by itself: commits, start-up, memory. */
@NullMarked
package dev.porchlight.bench.store;

import org.jspecify.annotations.NullMarked;
