/** How a status is spelled, surface by surface. */
@NullMarked
package dev.porchlight.server.names;

import org.jspecify.annotations.NullMarked;
