/** Porchlight seen from outside: processes that are started, killed and told to stop, and what they leave on the disk. */
@NullMarked
package dev.porchlight.acceptance.process;

import org.jspecify.annotations.NullMarked;
