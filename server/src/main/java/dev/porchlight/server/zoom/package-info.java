/** The Zoom-compatible doors under {@code /v2} (docs/zoom-wire.md). */
@NullMarked
package dev.porchlight.server.zoom;

import org.jspecify.annotations.NullMarked;
