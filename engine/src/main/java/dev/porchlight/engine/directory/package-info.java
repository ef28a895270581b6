/** Accounts, users, apps and tokens, and the ports that keep them. */
@NullMarked
package dev.porchlight.engine.directory;

import org.jspecify.annotations.NullMarked;
