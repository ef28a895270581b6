/** The corridor: a command goes through decide and commit once, and what was committed reaches its watchers. */
@NullMarked
package dev.porchlight.engine;

import org.jspecify.annotations.NullMarked;
