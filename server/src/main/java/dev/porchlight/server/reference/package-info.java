/** The reference pages at {@code /reference}. */
@NullMarked
package dev.porchlight.server.reference;

import org.jspecify.annotations.NullMarked;
