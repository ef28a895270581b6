/** What receivers of webhooks answer, which the API documents do not describe. */
@NullMarked
package dev.porchlight.wire.webhook;

import org.jspecify.annotations.NullMarked;
