package dev.porchlight.server.webhook;

import static dev.porchlight.server.webhook.Subscribers.EVERY_EVENT;
import static dev.porchlight.server.webhook.Subscribers.STATUS_ONLY;
import static dev.porchlight.server.webhook.Subscribers.set;
import static dev.porchlight.server.webhook.Subscribers.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.webhook.Receiver.Received;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How changes reach a receiver. The clock stands still unless it is moved. */
class DeliveringTest {
    @AutoClose
    private final Receiver receiver = new Receiver();

    @AutoClose
    private final HouseUnderTest house = Subscribers.house();

    @BeforeEach
    void people() {
        house.addSignedIn("ada");
        house.addUser("bob");
    }

    @Test
    void aChangeIsDeliveredAsItIsDocumented() {
        subscribe(house, receiver, STATUS_ONLY);
        set(house, "ada", "In_A_Zoom_Meeting");

        Received received = receiver.next();

        assertThat(received.body()).isEqualTo("""
                {"event":"user.presence_status_updated","event_ts":1774584000000,"payload":{"account_id":"default",\
                "object":{"date_time":"2026-03-27T04:00:00Z","email":"ada@example.com","id":"ada",\
                "presence_status":"In_Meeting"}}}""");
        assertThat(received.header("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(received.header("x-zm-request-timestamp")).isEqualTo("1774584000");
        assertThat(received.header("x-zm-signature"))
                .isEqualTo("v0=" + Signature.of(Receiver.SECRET, "v0:1774584000:" + received.body()));
        assertThat(received.header("x-zm-request-id")).isNotBlank();
        assertThat(received.header("x-zm-trackingid")).startsWith("v=2.0;");
        assertThat(received.header("user-agent")).contains("Zoom Marketplace/1.0a");
        assertThat(received.header("porchlight-sequence")).isEqualTo("1");
    }

    @Test
    void signingInAndOutAreEventsOfTheirOwn() {
        subscribe(house, receiver, EVERY_EVENT);

        house.signIn("bob", "6.2.0");
        assertThat(receiver.next().json().path("event").asText()).isEqualTo("user.signed_in");
        assertThat(receiver.next().status()).isEqualTo("Available");
        house.delete("/v1/users/bob/sessions/desk").bearer(house.admin()).send().hasNoContent();
        assertThat(receiver.next().json().path("event").asText()).isEqualTo("user.signed_out");
        assertThat(receiver.next().status()).isEqualTo("Offline");
        receiver.hasNoMore();
    }

    @Test
    void anEndThatOnlyMovesIsNoNewStatus() {
        subscribe(house, receiver, STATUS_ONLY);
        set(house, "ada", "Do_Not_Disturb");
        receiver.next();

        house.pass(Duration.ofMinutes(1));
        set(house, "ada", "Do_Not_Disturb");

        receiver.hasNoMore();
    }

    @Test
    void whatHappenedBeforeTheSubscriptionIsNotSent() {
        set(house, "ada", "Busy");
        house.pass(Duration.ofSeconds(1));
        subscribe(house, receiver, STATUS_ONLY);
        set(house, "ada", "Away");

        assertThat(receiver.next().status()).isEqualTo("Away");
    }

    @Test
    void onlyTheUsersThatWereAskedForAreSent() {
        house.post(Subscribers.PATH)
                .bearer(house.admin())
                .json("""
                        {"events":%s,"event_webhook_url":"%s","user_ids":["bob@example.com"],\
                        "event_webhook_secret_token":"%s"}""".formatted(STATUS_ONLY, receiver.url(), Receiver.SECRET))
                .send()
                .hasStatus(201);
        set(house, "ada", "Busy");
        house.signIn("bob", "6.2.0");

        assertThat(receiver.next().user()).isEqualTo("bob");
        receiver.hasNoMore();
    }

    @Test
    void aFailureIsTriedAgainAfterFiveTwentyAndSixtyMinutesAndHoldsUpItsUserOnly() {
        subscribe(house, receiver, STATUS_ONLY);
        receiver.answering(500, 503, 599);
        set(house, "ada", "Busy");
        Received first = receiver.next();
        set(house, "ada", "Away");
        house.signIn("bob", "6.2.0");
        assertThat(receiver.next().user()).isEqualTo("bob");

        house.pass(Duration.ofMinutes(5).minusMillis(1));
        receiver.hasNoMore();
        house.pass(Duration.ofMillis(1));
        Received second = receiver.next();
        house.pass(Duration.ofMinutes(20));
        receiver.next();
        house.pass(Duration.ofMinutes(60));

        assertThat(receiver.next().status()).isEqualTo("Busy");
        assertThat(receiver.next().status()).isEqualTo("Away");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("x-zm-request-id")).isEqualTo(first.header("x-zm-request-id"));
        assertThat(second.header("x-zm-signature")).isNotEqualTo(first.header("x-zm-signature"));
    }

    @Test
    void whatFailsFourTimesIsParkedAndTheNextGoesOn() {
        String id = subscribe(house, receiver, STATUS_ONLY);
        receiver.answering(500, 500, 500, 500);
        set(house, "ada", "Busy");
        set(house, "ada", "Away");
        receiver.next();
        for (int minutes : new int[] {5, 20, 60}) {
            house.pass(Duration.ofMinutes(minutes));
            assertThat(receiver.next().status()).isEqualTo("Busy");
        }

        assertThat(receiver.next().status()).isEqualTo("Away");
        assertThat(house.get("/v1/webhooks/" + id + "/parked")
                        .bearer(house.admin())
                        .send()
                        .at("/parked/0/attempts")
                        .asInt())
                .isEqualTo(4);
        house.post("/v1/webhooks/" + id + "/parked/1/send")
                .bearer(house.admin())
                .send()
                .hasNoContent();
        assertThat(receiver.next().number()).isEqualTo(1);
        house.post("/v1/webhooks/" + id + "/parked/1/send")
                .bearer(house.admin())
                .send()
                .refuses(404, 1001, "Delivery is not parked: 1.");
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        String id = subscribe(house, receiver, STATUS_ONLY);
        receiver.answering(404, 302);
        set(house, "ada", "Busy");
        set(house, "ada", "Away");
        set(house, "ada", "Available");

        assertThat(receiver.next().number()).isEqualTo(1);
        assertThat(receiver.next().number()).isEqualTo(2);
        assertThat(receiver.next().number()).isEqualTo(3);
        house.pass(Duration.ofHours(2));
        receiver.hasNoMore();
        assertThat(house.get("/v1/webhooks")
                        .bearer(house.admin())
                        .send()
                        .at("/webhooks/0/parked")
                        .asInt())
                .isEqualTo(2);
        assertThat(house.get("/v1/webhooks/" + id + "/attempts")
                        .bearer(house.admin())
                        .send()
                        .at("attempts")
                        .findValuesAsText("status"))
                .containsExactly("200", "302", "404", "200");
    }

    @Test
    void aRemovedSubscriptionGetsNothing() {
        String id = subscribe(house, receiver, STATUS_ONLY);
        house.delete(Subscribers.PATH + "/" + id).bearer(house.admin()).send().hasNoContent();
        set(house, "ada", "Busy");

        receiver.hasNoMore();
    }

    @Test
    void itIsCounted() {
        subscribe(house, receiver, STATUS_ONLY);
        set(house, "ada", "Busy");
        receiver.next();
        set(house, "ada", "Away");
        receiver.next();

        assertThat(house.get("/metrics").send().body())
                .containsPattern("porchlight_webhooks_tries_total\\{outcome=\"delivered\"} [12]\\.0")
                .contains("porchlight_webhooks_tries_total{outcome=\"failed\"} 0.0")
                .contains("porchlight_webhooks_lag_seconds");
    }
}
