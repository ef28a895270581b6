/** Watching on the wire: {@code GET /v1/watch} (docs/native-api.md, Watching). */
@NullMarked
package dev.porchlight.server.watch;

import org.jspecify.annotations.NullMarked;
