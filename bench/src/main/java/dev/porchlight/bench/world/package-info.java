/** Data folders of a given size. */
@NullMarked
package dev.porchlight.bench.world;

import org.jspecify.annotations.NullMarked;
