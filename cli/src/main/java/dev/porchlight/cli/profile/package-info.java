/** Signing in to servers, and out of them. */
@NullMarked
package dev.porchlight.cli.profile;

import org.jspecify.annotations.NullMarked;
