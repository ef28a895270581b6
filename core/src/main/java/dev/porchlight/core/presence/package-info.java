/** The values of presence: what is stored of a user and what others are shown. No rule lives here. */
@NullMarked
package dev.porchlight.core.presence;

import org.jspecify.annotations.NullMarked;
