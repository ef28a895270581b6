/** The status commands: set, get, watch, history, why. */
@NullMarked
package dev.porchlight.cli.status;

import org.jspecify.annotations.NullMarked;
