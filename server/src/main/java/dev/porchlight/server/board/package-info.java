/** The board: the page on which people see each other and set their status. */
@NullMarked
package dev.porchlight.server.board;

import org.jspecify.annotations.NullMarked;
