/** HTTP, once: the table of routes, one request as a value, one reply as a value, and the dispatcher between them. */
@NullMarked
package dev.porchlight.server.http;

import org.jspecify.annotations.NullMarked;
