package dev.porchlight.emulator;

import dev.porchlight.wire.webhook.WebhookBody;
import java.time.Instant;

/**
 * A webhook that came, with a good signature.
 *
 * @param number counts what the subscription is sent, from 1, without holes; one that is tried again keeps its number
 * @param sentAt when it was sent, by the server's clock, in whole seconds
 */
public record Webhook(long number, Instant sentAt, WebhookBody body) {

    /** Such as {@code user.presence_status_updated}. */
    public String event() {
        return body.event();
    }

    /** The id of the user. */
    public String user() {
        return String.valueOf(subject().id());
    }

    /** Spelled as Zoom's webhooks do, such as {@code In_Meeting}. */
    public String status() {
        return String.valueOf(subject().presenceStatus());
    }

    /** When the status changed. */
    public Instant at() {
        Instant at = subject().dateTime();
        if (at == null) {
            throw new IllegalStateException("no date_time in " + body);
        }
        return at;
    }

    private WebhookBody.Subject subject() {
        WebhookBody.Subject subject = body.payload().object();
        if (subject == null) {
            throw new IllegalStateException("no payload.object in " + body);
        }
        return subject;
    }
}
