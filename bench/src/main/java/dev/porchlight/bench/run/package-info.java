/** Processes that are measured: starting, stopping and killing them, and what the kernel knows of them. */
@NullMarked
package dev.porchlight.bench.run;

import org.jspecify.annotations.NullMarked;
