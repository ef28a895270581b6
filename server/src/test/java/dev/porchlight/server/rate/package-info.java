/** How many requests of an account are answered in a second and in a day. */
@NullMarked
package dev.porchlight.server.rate;

import org.jspecify.annotations.NullMarked;
