/** Watchers in great number: what a change costs that many are told of, and what a watcher costs that is told nothing. */
@NullMarked
package dev.porchlight.bench.watch;

import org.jspecify.annotations.NullMarked;
