/** What may be asked of a user's presence. */
@NullMarked
package dev.porchlight.core.command;

import org.jspecify.annotations.NullMarked;
