/** The lines of an export. */
@NullMarked
package dev.porchlight.wire.archive;

import org.jspecify.annotations.NullMarked;
