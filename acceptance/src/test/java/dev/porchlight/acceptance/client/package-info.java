/** The client against a real server. */
@NullMarked
package dev.porchlight.acceptance.client;

import org.jspecify.annotations.NullMarked;
