/** Changes on their way to subscribers: read from the outbox, signed, sent, tried again (docs/webhooks.md). */
@NullMarked
package dev.porchlight.server.webhook;

import org.jspecify.annotations.NullMarked;
