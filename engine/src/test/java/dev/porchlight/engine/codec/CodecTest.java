package dev.porchlight.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.User;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CodecTest {
    @Test
    void everyConstantHasItsNumber() {
        assertThat(Codes.STATUS.constants()).containsExactlyInAnyOrder(Status.values());
        assertThat(Codes.ACTIVITY.constants()).containsExactlyInAnyOrder(Activity.values());
        assertThat(Codes.CAUSE.constants()).containsExactlyInAnyOrder(Cause.Kind.values());
        assertThat(Codes.USER_STATE.constants()).containsExactlyInAnyOrder(User.State.values());
        assertThat(Codes.APP_KIND.constants()).containsExactlyInAnyOrder(App.Kind.values());
        assertThat(Codes.DEVICE_ANSWER.constants()).containsExactlyInAnyOrder(Grant.Answer.values());
    }

    @Test
    void theBytesOfFormatTwoStayAsTheyAre() {
        Presence presence = Presence.none(new UserKey("acme", "ada")).withRevision(300);

        assertThat(HexFormat.of().formatHex(PresenceCodec.encode(presence)))
                .isEqualTo("02" + "0461636d65" + "03616461" + "ac02" + "00" + "00" + "00" + "00" + "09" + "0000" + "00"
                        + "0000");
    }

    @Test
    void formatOneIsStillReadAndItsAnswerChangedWhenItBegan() {
        byte[] bytes = HexFormat.of()
                .parseHex("01" + "0461636d65" + "03616461" + "ac02" + "00" + "00" + "00" + "00" + "09" + "1400" + "00");

        Presence presence = PresenceCodec.decode(bytes);

        assertThat(presence.revision()).isEqualTo(300);
        assertThat(presence.changedAt())
                .isEqualTo(Instant.ofEpochSecond(10))
                .isEqualTo(presence.shown().since());
    }

    @Test
    void anAppOfFormatOneIsOneOfAServer() {
        byte[] bytes =
                HexFormat.of().parseHex("01" + "0461636d65" + "03626f74" + "03426f74" + "0161" + "010172" + "1400");

        assertThat(DirectoryCodec.app(bytes))
                .isEqualTo(new App("acme", "bot", "Bot", "a", new TreeSet<>(List.of("r")), Instant.ofEpochSecond(10)));
    }

    @Test
    void anUnknownFormatIsToldApart() {
        byte[] bytes = PresenceCodec.encode(Presence.none(new UserKey("acme", "ada")));
        bytes[0] = 7;

        assertThatThrownBy(() -> PresenceCodec.decode(bytes))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessageContaining("format: 7 (expected: 1 to 2)");
    }

    @Test
    void aHugeLengthReservesNothing() {
        byte[] bytes = HexFormat.of().parseHex("02" + "ffffffffffffffff7f" + "61");

        assertThatThrownBy(() -> PresenceCodec.decode(bytes))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessageContaining("size: 9223372036854775807 (expected: 0 to 1)");
    }

    @Test
    void halfOfASurrogatePairIsRefusedRatherThanAltered() {
        Presence presence = Presence.none(new UserKey("acme", "a\ud800"));

        assertThatThrownBy(() -> PresenceCodec.encode(presence))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("half of a surrogate pair");
    }
}
