/** The native doors under {@code /v1} (docs/native-api.md). */
@NullMarked
package dev.porchlight.server.v1;

import org.jspecify.annotations.NullMarked;
