/** Time and chance, as the client is handed them. */
@NullMarked
package dev.porchlight.client.time;

import org.jspecify.annotations.NullMarked;
