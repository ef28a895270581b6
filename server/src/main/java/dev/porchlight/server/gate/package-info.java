/** Who asks and what they may: tokens, principals, scopes. */
@NullMarked
package dev.porchlight.server.gate;

import org.jspecify.annotations.NullMarked;
