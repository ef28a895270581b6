/** Webhooks, over running servers and receivers. */
@NullMarked
package dev.porchlight.server.webhook;

import org.jspecify.annotations.NullMarked;
