/** Porchlight inside a test, as an emulator of Zoom's presence API (docs/emulator.md). */
@NullMarked
package dev.porchlight.emulator;

import org.jspecify.annotations.NullMarked;
