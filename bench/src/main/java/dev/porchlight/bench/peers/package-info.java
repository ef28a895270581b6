/** Porchlight beside other servers that tell people of others' presence. */
@NullMarked
package dev.porchlight.bench.peers;

import org.jspecify.annotations.NullMarked;
