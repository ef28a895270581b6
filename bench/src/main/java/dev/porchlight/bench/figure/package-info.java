/** Medians, ratios and the table at the end. */
@NullMarked
package dev.porchlight.bench.figure;

import org.jspecify.annotations.NullMarked;
