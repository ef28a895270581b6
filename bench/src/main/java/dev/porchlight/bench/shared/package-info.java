/** Many nodes on one store: commits beside the bare script, deliveries across nodes, growth, and what a user costs. */
@NullMarked
package dev.porchlight.bench.shared;

import org.jspecify.annotations.NullMarked;
