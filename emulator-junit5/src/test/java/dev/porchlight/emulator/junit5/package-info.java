@NullMarked
package dev.porchlight.emulator.junit5;

import org.jspecify.annotations.NullMarked;
