/** Speaks to a server: finds it, sends requests, and turns refusals into words. */
@NullMarked
package dev.porchlight.cli.remote;

import org.jspecify.annotations.NullMarked;
