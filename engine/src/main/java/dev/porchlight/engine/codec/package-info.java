/** How presences and events are written as bytes, for the stores that keep them: compact, versioned, exact. */
@NullMarked
package dev.porchlight.engine.codec;

import org.jspecify.annotations.NullMarked;
