/** Servers and their tokens, kept in a file that nobody else may read. */
@NullMarked
package dev.porchlight.cli.profile.store;

import org.jspecify.annotations.NullMarked;
