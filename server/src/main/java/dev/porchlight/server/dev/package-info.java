/** What is there only for whoever tests against this server: {@code /_dev} (docs/emulator.md). */
@NullMarked
package dev.porchlight.server.dev;

import org.jspecify.annotations.NullMarked;
