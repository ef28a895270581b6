/** The board's page and files over HTTP; acceptance tests see them in a browser. */
@NullMarked
package dev.porchlight.server.board;

import org.jspecify.annotations.NullMarked;
