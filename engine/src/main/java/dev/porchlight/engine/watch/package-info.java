/** How committed changes reach those who watch, in this process: one feed, a fan-out by interest, a mailbox for each watcher. */
@NullMarked
package dev.porchlight.engine.watch;

import org.jspecify.annotations.NullMarked;
