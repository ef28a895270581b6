package dev.porchlight.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The worked example of docs/emulator.md, which shows this file. */
class BuildBotTest {
    @RegisterExtension
    static final PorchlightExtension PORCHLIGHT = PorchlightExtension.with(
            world -> world.signedIn("ada").signedIn("bob").user("eve"));

    @Test
    void whoBrokeTheBuildIsLeftAloneForAnHour(Porchlight zoom) throws Exception {
        assertThat(bot(zoom).buildBroke("ada@example.com")).isTrue();

        assertThat(zoom.user("ada").status()).isEqualTo("Do_Not_Disturb");
        assertThat(zoom.user("bob").status()).isEqualTo("Available");
        zoom.clock().advance(Duration.ofMinutes(60));
        assertThat(zoom.user("ada").status()).isEqualTo("Available");
    }

    @Test
    void aSecondBrokenBuildWithinTheMinuteIsRefusedAndChangesNothing(Porchlight zoom) throws Exception {
        assertThat(bot(zoom).buildBroke("ada@example.com")).isTrue();
        zoom.clock().advance(Duration.ofSeconds(59));
        assertThat(bot(zoom).buildBroke("ada@example.com")).isFalse();
        zoom.clock().advance(Duration.ofSeconds(1));
        assertThat(bot(zoom).buildBroke("ada@example.com")).isTrue();
    }

    @Test
    void whoIsNotSignedInCannotBeSet(Porchlight zoom) throws Exception {
        assertThat(bot(zoom).buildBroke("eve@example.com")).isFalse();
        assertThat(zoom.requests()).singleElement().satisfies(request -> {
            assertThat(request.status()).isEqualTo(400);
            assertThat(request.rule()).isEqualTo("NOT_SIGNED_IN");
        });
    }

    @Test
    void aHiccupOfZoomsIsTriedOnceMore(Porchlight zoom) throws Exception {
        zoom.fail(Fault.answer(503));
        assertThat(bot(zoom).buildBroke("ada@example.com")).isTrue();
        assertThat(zoom.requests("PUT", "/v2/users/ada@example.com/presence_status"))
                .extracting("status")
                .containsExactly(503, 204);
    }

    private static BuildBot bot(Porchlight zoom) {
        return new BuildBot(zoom.uri(), zoom.token("user:write:admin"));
    }
}
