/** The floor of tests and of the emulator: everything in memory, gone with the process. */
@NullMarked
package dev.porchlight.store.memory;

import org.jspecify.annotations.NullMarked;
