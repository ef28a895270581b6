package dev.porchlight.server.webhook;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Status;
import dev.porchlight.server.names.StatusNames;
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
        return new EventJson()
                .open()
                .put("event", event)
                .put("event_ts", change.at().toEpochMilli())
                .open("payload")
                .put("account_id", change.user().account())
                .open("object")
                .put("date_time", change.at().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("email", email)
                .put("id", change.user().user())
                .put("presence_status", StatusNames.WEBHOOK.name(change.answer().status()))
                .close()
                .close()
                .close()
                .toString();
    }

    static String proof(String plainToken, Instant now) {
        return new EventJson()
                .open()
                .open("payload")
                .put("plainToken", plainToken)
                .close()
                .put("event_ts", now.toEpochMilli())
                .put("event", PROOF)
                .close()
                .toString();
    }
}
