/** Watching, over running servers. */
@NullMarked
package dev.porchlight.server.watch;

import org.jspecify.annotations.NullMarked;
