/** Benchmarks and side-by-side runs. */
@NullMarked
package dev.porchlight.bench;

import org.jspecify.annotations.NullMarked;
