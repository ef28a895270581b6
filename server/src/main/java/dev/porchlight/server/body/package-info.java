/** From a request's bytes to named fields: multipart, form or JSON, one answer for all three. */
@NullMarked
package dev.porchlight.server.body;

import org.jspecify.annotations.NullMarked;
