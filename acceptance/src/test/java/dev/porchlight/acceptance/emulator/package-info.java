/** The emulator as a whole. */
@NullMarked
package dev.porchlight.acceptance.emulator;

import org.jspecify.annotations.NullMarked;
