package dev.porchlight.bench.peers.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes are those of the standard's own examples and figures (MQTT 3.1.1, sections 3.1 to 3.9). */
class MqttDialectTest {
    private final Heard heard = new Heard();
    private final MqttDialect dialect = new MqttDialect();

    @Test
    void theFirstPacketAsksForACleanSessionWithoutKeepAlive() {
        assertThat(hex(talk(new Contacts.Star(2), 1).opening())).isEqualTo("101100044d5154540402000000057573657231");
    }

    @Test
    void aChangeIsRetained() {
        assertThat(hex(dialect.change(7, new Contacts.Star(9), 4)))
                .isEqualTo("3112000a70726573656e63652f37417761792034");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10_000})
    void whoWatchesIsInWhenTheSubscriptionIs(int piece) {
        Dialect.Talk talk = talk(new Contacts.Star(2), 1);
        Heard.say(talk, bytes("20020000"), piece);
        assertThat(talk.isIn()).isFalse();
        assertThat(heard.said).containsExactly("\u0082\u000f\0\u0001\0\npresence/0\0");

        Heard.say(talk, bytes("9003000100" + "3112000a70726573656e63652f30417761792034"), piece);

        assertThat(talk.isIn()).isTrue();
        assertThat(heard.told).containsExactly("0:4");
    }

    @Test
    void whoWatchesNobodyIsInAtOnce() {
        Dialect.Talk talk = talk(new Contacts.Star(2), 0);
        Heard.say(talk, bytes("20020000"), 10);

        assertThat(talk.isIn()).isTrue();
        assertThat(heard.said).isEmpty();
    }

    @Test
    void manySubscriptionsNeedALengthOfTwoBytes() {
        Heard.say(talk(new Contacts.Ring(100, 18), 50), bytes("20020000"), 10);

        // 2 bytes and, of each of 18 users, a length, a topic of 11 bytes and a quality of service: 254.
        assertThat(heard.said.getFirst())
                .startsWith("\u0082\u00fe\u0001\0\u0001")
                .hasSize(3 + 254);
    }

    @Test
    void aRefusalEndsTheConversation() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Heard.say(talk(new Contacts.Star(2), 1), bytes("20020005"), 10))
                .withMessageContaining("5");
    }

    private Dialect.Talk talk(Contacts contacts, int user) {
        return dialect.talk(user, contacts, 0, heard);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
