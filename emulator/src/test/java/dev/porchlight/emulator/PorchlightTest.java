package dev.porchlight.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PorchlightTest {
    private static final Instant FOUR = Instant.parse("2026-03-27T04:00:00Z");

    @Test
    void aWeekPassesInAMomentAndEveryEndIsAtItsInstant() {
        try (Porchlight porchlight =
                Porchlight.start(world -> world.frozenAt(FOUR).signedIn("ada"))) {
            assertThat(porchlight.clock().instant()).isEqualTo(FOUR);
            porchlight.user("ada").claim("calendar", "In_Calendar_Event");
            assertThat(porchlight.user("ada").status()).isEqualTo("In_A_Calendar_Event");
            porchlight.user("ada").release("calendar").declare("Busy");
            assertThat(porchlight.user("ada").status()).isEqualTo("Busy");

            assertThat(porchlight.clock().advance(Duration.ofDays(7))).isEqualTo(FOUR.plus(Duration.ofDays(7)));
            assertThat(porchlight.user("ada").status()).isEqualTo("Offline");
        }
    }

    @Test
    void aMistakeInTheTestIsSaidAtOnce() {
        try (Porchlight porchlight = Porchlight.start()) {
            assertThatThrownBy(() -> porchlight.user("nobody").signIn())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("User does not exist: nobody.");
            assertThatThrownBy(() -> porchlight.fail(Fault.answer(99))).hasMessageContaining("200 to 599");
        }
    }

    @Test
    void severalRunSideBySideAndKnowNothingOfEachOther() {
        try (Porchlight one = Porchlight.start(world -> world.user("ada"));
                Porchlight other = Porchlight.start()) {
            assertThat(one.uri()).isNotEqualTo(other.uri());
            assertThat(one.user("ada").status()).isEqualTo("Offline");
            assertThatThrownBy(() -> other.user("ada").status()).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aClientOfAnotherVersionAndAnIdleOneAreAsOnZoom() {
        try (Porchlight porchlight = Porchlight.start(world -> world.signedIn("old", "5.2.0"))) {
            porchlight.addUser("idle").signIn("mobile", Person.CURRENT_VERSION, false);
            assertThat(porchlight.user("idle").status()).isEqualTo("Away");
            assertThat(porchlight.user("idle").signOut("mobile").status()).isEqualTo("Offline");
            assertThat(porchlight.user("old").status()).isEqualTo("Available");
        }
    }

    @Test
    void aReceiverGetsEachChangeInOrderAndWhatFailedAgainFiveMinutesLater() {
        try (Porchlight porchlight =
                        Porchlight.start(world -> world.frozenAt(FOUR).signedIn("ada"));
                Webhooks webhooks = porchlight.receive("user.presence_status_updated")) {
            webhooks.answering(200, 503);
            porchlight.user("ada").declare("Do_Not_Disturb");
            assertThat(webhooks.next().status()).isEqualTo("Do_Not_Disturb");
            porchlight.clock().advance(Duration.ofMinutes(20));
            Webhook failed = webhooks.next();
            assertThat(failed.status()).isEqualTo("Available");
            assertThat(failed.at()).isEqualTo(FOUR.plus(Duration.ofMinutes(20)));

            porchlight.clock().advance(Duration.ofMinutes(5));
            Webhook again = webhooks.next();
            assertThat(again.body()).isEqualTo(failed.body());
            assertThat(again.number()).isEqualTo(failed.number()).isEqualTo(2);
            assertThat(again.sentAt()).isEqualTo(failed.sentAt().plus(Duration.ofMinutes(5)));
            assertThat(webhooks.proofs()).containsExactly(FOUR);
        }
    }
}
