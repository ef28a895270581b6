package dev.porchlight.store.valkey.line;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis//porch:secret@host",
                "http://porch:secret@host",
                "redis-socket:///tmp/secret",
                "redis://porch:sec ret@host",
                "secret"
            })
    void aWrongAddressIsRefusedWithoutItsPassword(String uri) {
        assertThatThrownBy(() -> Lines.open(ValkeyOptions.of(uri), "test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(expected: redis://host:port")
                .hasMessageNotContaining("sec")
                .hasNoCause();
    }
}
