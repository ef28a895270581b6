/** The {@code porchlight} command. */
@NullMarked
package dev.porchlight.cli;

import org.jspecify.annotations.NullMarked;
