/** The board in a real browser. */
@NullMarked
package dev.porchlight.acceptance.board;

import org.jspecify.annotations.NullMarked;
