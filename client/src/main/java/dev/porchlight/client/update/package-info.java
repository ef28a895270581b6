/** Updates of a status, at most one a minute for each user. */
@NullMarked
package dev.porchlight.client.update;

import org.jspecify.annotations.NullMarked;
