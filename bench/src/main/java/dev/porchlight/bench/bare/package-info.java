/** The server that Porchlight is held against: the same request, parsed, and nothing behind it. */
@NullMarked
package dev.porchlight.bench.bare;

import org.jspecify.annotations.NullMarked;
