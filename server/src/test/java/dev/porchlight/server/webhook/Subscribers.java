package dev.porchlight.server.webhook;

import dev.porchlight.server.Settings;
import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.time.Duration;

/** Steps that the tests of webhooks share. */
final class Subscribers {
    static final String PATH = "/v2/marketplace/app/event_subscription";
    static final String EVERY_EVENT = "[\"user.presence_status_updated\",\"user.signed_in\",\"user.signed_out\"]";
    static final String STATUS_ONLY = "[\"user.presence_status_updated\"]";

    private Subscribers() {}

    /** A house that may send to loopback addresses. */
    static HouseUnderTest house() {
        return new HouseUnderTest(settings());
    }

    static Settings settings() {
        return Settings.defaults()
                .withUpdateWindow(Duration.ZERO)
                .withWebhooks(WebhookSettings.DEFAULTS.withPrivateTargets(true));
    }

    static Answer subscribe(HouseUnderTest house, String url, String events) {
        return house.post(PATH)
                .bearer(house.admin())
                .json("""
                        {"events":%s,"event_subscription_name":"Lamp","event_webhook_url":"%s",\
                        "event_webhook_secret_token":"%s"}""".formatted(events, url, Receiver.SECRET))
                .send();
    }

    /** Subscribes, and waits for the receiver to be asked. Answers the id. */
    static String subscribe(HouseUnderTest house, Receiver receiver, String events) {
        String id = subscribe(house, receiver.url(), events).hasStatus(201).text("event_subscription_id");
        receiver.nextProof();
        return id;
    }

    static void set(HouseUnderTest house, String user, String status) {
        house.put("/v2/users/" + user + "/presence_status")
                .bearer(house.admin())
                .json("{\"status\":\"" + status + "\"}")
                .send()
                .hasNoContent();
    }
}
