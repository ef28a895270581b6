package dev.porchlight.core.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientVersionTest {

    @ParameterizedTest
    @CsvSource({
        "5.3.0, 5.10.0",
        "5.2.9, 5.3",
        "5.3, 5.3.1",
        "4.6.0, 5",
        "5.9, 5.10",
        "5.3.0.0.0.0.0.0.1, 5.3.0.0.0.0.0.0.2",
        "5.200000000, 5.1234567890",
        "5.13.2 (99999), 5.13.3 (12345)",
        "0, 0.0.1",
        "5.9, 6.1",
    })
    void versionsCompareNumberByNumber(ClientVersion older, ClientVersion newer) {
        assertThat(older).isLessThan(newer);
        assertThat(newer).isGreaterThan(older);
        assertThat(older.olderThan(newer)).isTrue();
        assertThat(newer.olderThan(older)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "5.3, 5.3.0",
        "5, 5.0.0.0",
        "5.13.3 (12345), 5.13.3",
        "5.13.3 (12345), 5.13.3 (99)",
        "5.3-beta.7, 5.3",
        "5.3a.9, 5.3",
        "5., 5",
        "5..9, 5.0",
        "05.03, 5.3",
        "'5.3 .9', 5.3",
        "1000000000000000, 999999999999999",
    })
    void whatFollowsTheNumbersAndTrailingZerosDoNotCount(ClientVersion one, ClientVersion other) {
        assertThat(one).isEqualByComparingTo(other);
        assertThat(other).isEqualByComparingTo(one);
        assertThat(one.olderThan(other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v5.3", " 5.3", ".5", "five", "-5", "/5", ":5", "٥.٣"})
    void aVersionBeginsWithANumber(String text) {
        assertThat(ClientVersion.isValid(text)).isFalse();
        assertThatThrownBy(() -> new ClientVersion(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("version: \"" + text
                        + "\" (expected: numbers parted by dots, such as 5.13.3, at most 64 characters)");
    }

    @Test
    void aVersionHasAtMost64Characters() {
        assertThat(ClientVersion.isValid("5".repeat(64))).isTrue();
        assertThat(ClientVersion.isValid("5".repeat(65))).isFalse();
    }

    @Test
    void aVersionIsShownAsTheClientWroteIt() {
        assertThat(new ClientVersion("5.13.3 (12345)")).hasToString("5.13.3 (12345)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9"})
    void everyDigitBeginsANumber(String text) {
        assertThat(ClientVersion.isValid(text)).isTrue();
    }
}
