/** Being told of changes over a connection that comes back. */
@NullMarked
package dev.porchlight.client.watch;

import org.jspecify.annotations.NullMarked;
