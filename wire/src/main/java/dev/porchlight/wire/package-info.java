/** The records that cross the network, and their JSON. */
@NullMarked
package dev.porchlight.wire;

import org.jspecify.annotations.NullMarked;
