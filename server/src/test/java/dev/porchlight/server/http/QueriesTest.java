package dev.porchlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a=b&c", "a=%41%ff", "%20", "=&&="})
    void aQueryWithoutOrWithWholeEscapesIsReadable(String query) {
        assertThat(Queries.readable(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%4", "%zz", "a=b&c=%4g", "%%41", "%٤١"})
    void aQueryWithABrokenEscapeIsNot(String query) {
        assertThat(Queries.readable(query)).isFalse();
    }
}
