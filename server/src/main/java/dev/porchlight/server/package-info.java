/** The doors, the gate, the configuration and the wiring. */
@NullMarked
package dev.porchlight.server;

import org.jspecify.annotations.NullMarked;
