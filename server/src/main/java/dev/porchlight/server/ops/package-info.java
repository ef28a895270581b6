/** What operators look at: health and metrics. */
@NullMarked
package dev.porchlight.server.ops;

import org.jspecify.annotations.NullMarked;
