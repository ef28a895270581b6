/** What those who watch Porchlight over a WebSocket say and hear, frame by frame. */
@NullMarked
package dev.porchlight.bench.watch;

import org.jspecify.annotations.NullMarked;
