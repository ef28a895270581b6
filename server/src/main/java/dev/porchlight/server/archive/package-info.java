/** Everything that a store keeps, as lines of JSON and back. */
@NullMarked
package dev.porchlight.server.archive;

import org.jspecify.annotations.NullMarked;
