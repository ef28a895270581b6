/** Porchlight's emulator beside the servers that teams mock APIs with. */
@NullMarked
package dev.porchlight.bench.emulators;

import org.jspecify.annotations.NullMarked;
