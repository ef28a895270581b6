/** What crosses the network under {@code /_dev}, which only an emulator has (docs/emulator.md). */
@NullMarked
package dev.porchlight.wire.dev;

import org.jspecify.annotations.NullMarked;
