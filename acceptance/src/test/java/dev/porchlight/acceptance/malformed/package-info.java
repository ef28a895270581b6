/** Requests that are wrong in every way we could think of, made from a seed and sent to a running server. */
@NullMarked
package dev.porchlight.acceptance.malformed;

import org.jspecify.annotations.NullMarked;
