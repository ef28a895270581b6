/** The client: what a Porchlight server, or Zoom, can be asked about presence. */
@NullMarked
package dev.porchlight.client;

import org.jspecify.annotations.NullMarked;
