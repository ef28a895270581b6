/** The command on a real terminal. */
@NullMarked
package dev.porchlight.acceptance.terminal;

import org.jspecify.annotations.NullMarked;
