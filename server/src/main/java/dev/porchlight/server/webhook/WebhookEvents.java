package dev.porchlight.server.webhook;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Status;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.webhook.ProofRequest;
import dev.porchlight.wire.webhook.WebhookBody;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What subscribers are told of a change (docs/zoom-wire.md, Webhooks). */
final class WebhookEvents {
    static final String STATUS = "user.presence_status_updated";
    static final String SIGNED_IN = "user.signed_in";
    static final String SIGNED_OUT = "user.signed_out";
    static final String PROOF = "endpoint.url_validation";

    /** What can be subscribed to. */
    static final List<String> ALL = List.of(STATUS, SIGNED_IN, SIGNED_OUT);

    private WebhookEvents() {}

    /** The events that a change is; none where only the end of the status changed. Somebody is offline who is not signed in. */
    static List<String> of(PresenceEvent change) {
        List<String> events = new ArrayList<>(2);
        Status after = change.answer().status();
        if (change.before() != after) {
            if (change.before() == Status.OFFLINE) {
                events.add(SIGNED_IN);
            } else if (after == Status.OFFLINE) {
                events.add(SIGNED_OUT);
            }
            events.add(STATUS);
        }
        return events;
    }

    static String body(String event, PresenceEvent change, String email) {
        WebhookBody.Subject subject = new WebhookBody.Subject(
                change.at().truncatedTo(ChronoUnit.SECONDS),
                email,
                change.user().user(),
                StatusNames.WEBHOOK.name(change.answer().status()));
        WebhookBody.Payload payload = new WebhookBody.Payload(change.user().account(), null, subject);
        return Json.asJavaScriptPrintsIt(new WebhookBody(event, change.at().toEpochMilli(), payload));
    }

    static String proof(String plainToken, Instant now) {
        return Json.asJavaScriptPrintsIt(
                new ProofRequest(new ProofRequest.Payload(plainToken), now.toEpochMilli(), PROOF));
    }
}
