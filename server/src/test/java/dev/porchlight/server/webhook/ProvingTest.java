package dev.porchlight.server.webhook;

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

/** Receivers prove that they know the secret, before the first delivery and every 72 hours. */
class ProvingTest {
    private static final int[] AFTER_MINUTES = {5, 20, 60, 60, 60};

    @AutoClose
    private final Receiver receiver = new Receiver();

    @AutoClose
    private final HouseUnderTest house = Subscribers.house();

    @BeforeEach
    void ada() {
        house.addSignedIn("ada");
    }

    @Test
    void theQuestionIsSignedToo() {
        subscribe(house, receiver.url(), STATUS_ONLY).hasStatus(201);

        Received proof = receiver.nextProof();

        String token = proof.json().at("/payload/plainToken").asText();
        assertThat(token).hasSize(22);
        assertThat(proof.body()).isEqualTo("""
                {"payload":{"plainToken":"%s"},"event_ts":1774584000000,"event":"endpoint.url_validation"}""".formatted(token));
        assertThat(proof.header("x-zm-signature"))
                .isEqualTo("v0=" + Signature.of(Receiver.SECRET, "v0:1774584000:" + proof.body()));
        assertThat(proof.headers()).doesNotContainKey("porchlight-sequence");
    }

    @Test
    void nothingIsDeliveredBeforeTheProofAndNothingIsLost() {
        receiver.proving(false);
        subscribe(house, receiver, STATUS_ONLY);
        set(house, "ada", "Busy");
        receiver.hasNoMore();

        receiver.proving(true);
        house.pass(Duration.ofMinutes(5));
        receiver.nextProof();

        assertThat(receiver.next().status()).isEqualTo("Busy");
    }

    @Test
    void afterSeventyTwoHoursItIsAskedAgain() {
        subscribe(house, receiver, STATUS_ONLY);
        set(house, "ada", "Busy");
        receiver.next();

        house.pass(Duration.ofDays(3));

        receiver.nextProof();
    }

    @Test
    void sixFailuresInARowDisableItAndAChangeEnablesItAgain() {
        receiver.proving(false);
        String id = subscribe(house, receiver, STATUS_ONLY);
        for (int minutes : AFTER_MINUTES) {
            house.pass(Duration.ofMinutes(minutes));
            receiver.nextProof();
        }
        awaitState(id, "disabled");
        set(house, "ada", "Busy");
        receiver.proving(true);
        house.pass(Duration.ofDays(4));
        house.signIn("ada", "6.2.0");
        receiver.hasNoMore();

        house.patch(Subscribers.PATH + "/" + id)
                .bearer(house.admin())
                .json("{}")
                .send()
                .hasNoContent();

        receiver.nextProof();
        awaitState(id, "active");
    }

    @Test
    void anAdministratorEnablesItToo() {
        receiver.proving(false);
        String id = subscribe(house, receiver, STATUS_ONLY);
        house.pass(Duration.ofMinutes(5));
        receiver.nextProof();
        receiver.proving(true);

        house.post("/v1/webhooks/" + id + "/enable")
                .bearer(house.admin())
                .send()
                .hasNoContent();

        receiver.nextProof();
        awaitState(id, "active");
    }

    @Test
    void anotherAddressIsProvedAnew() {
        String id = subscribe(house, receiver, STATUS_ONLY);
        awaitState(id, "active");
        try (Receiver other = new Receiver()) {
            house.patch(Subscribers.PATH + "/" + id)
                    .bearer(house.admin())
                    .json("{\"event_webhook_url\":\"" + other.url() + "\"}")
                    .send()
                    .hasNoContent();
            other.nextProof();
            set(house, "ada", "Busy");

            assertThat(other.next().status()).isEqualTo("Busy");
            receiver.hasNoMore();
        }
    }

    private void awaitState(String id, String state) {
        String found = "";
        for (int i = 0; i < 2000 && !found.equals(state); i++) {
            found = house.get(Subscribers.PATH)
                    .bearer(house.admin())
                    .send()
                    .at("/event_subscriptions/0/state")
                    .asText();
        }
        assertThat(found).as(id).isEqualTo(state);
    }
}
