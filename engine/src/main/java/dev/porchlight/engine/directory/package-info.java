/** Accounts, users, apps, tokens and subscriptions, and the ports that keep them. */
@NullMarked
package dev.porchlight.engine.directory;

import org.jspecify.annotations.NullMarked;
