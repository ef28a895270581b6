package dev.porchlight.store.valkey.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.StoreUnavailableException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final UserKey ADA = new UserKey("acme", "ada");
    private static final Presence PRESENCE = Presence.none(ADA).withRevision(7);
    private static final Instant ALARM = Instant.parse("2026-03-02T12:00:00.000000001Z");

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(Row.decode(ADA, Row.encode(PRESENCE, ALARM, 1), null)).isEqualTo(new Row(PRESENCE, ALARM));
        assertThat(Row.decode(ADA, Row.encode(PRESENCE, null, 1), null)).isEqualTo(new Row(PRESENCE, null));
    }

    @Test
    void aRowThatIsCutAnywhereIsDamagedAndNamed() {
        byte[] row = Row.encode(PRESENCE, ALARM, 1);
        for (int length = 1; length < row.length; length++) {
            byte[] cut = Arrays.copyOf(row, length);
            assertThatThrownBy(() -> Row.decode(ADA, cut, null))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("The stored presence of")
                    .hasMessageContaining("is damaged");
        }
    }
}
