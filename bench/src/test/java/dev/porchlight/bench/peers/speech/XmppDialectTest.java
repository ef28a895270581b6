package dev.porchlight.bench.peers.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmppDialectTest {
    private static final String LOGIN = """
            <?xml version='1.0'?><stream:stream id='1' version='1.0' xmlns='jabber:client'>\
            <stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism>\
            </mechanisms></stream:features><success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>\
            <?xml version='1.0'?><stream:stream id='2' version='1.0'><stream:features><bind/></stream:features>\
            <iq type='result' id='bind'><bind><jid>ring30-3@localhost/1</jid></bind></iq>""";

    private final Heard heard = new Heard();
    private final Dialect.Talk talk = new XmppDialect().talk(3, new Contacts.Ring(30, 18), 2, heard);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10_000})
    void aLoginEndsWithOnesOwnPresence(int piece) {
        Heard.say(talk, Bytes.of(LOGIN), piece);

        assertThat(talk.isIn()).isTrue();
        assertThat(heard.said).hasSize(4);
        assertThat(heard.said.getFirst()).contains("AHJpbmczMC0zAHBhc3N3b3Jk");
        assertThat(heard.said.getLast()).isEqualTo("<presence><show>away</show><status>2</status></presence>");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10_000})
    void presencesAreHeardWhereverTheyAreCut(int piece) {
        Heard.say(talk, Bytes.of(LOGIN + """
                <presence xml:lang='en' to='ring30-3@localhost/1' from='ring30-4@localhost/9'><status>17</status>\
                <delay xmlns='urn:xmpp:delay' stamp='2026-01-01T00:00:00Z' note='1 > 0'/></presence>\
                <presence from='ring30-5@localhost/9' type='unavailable'/>\
                <iq type='get' from='localhost'><ping/></iq>
                <presence from='ring30-12@localhost/9' to='x'><show>away</show><status>4</status></presence>"""), piece);

        assertThat(heard.told).containsExactly("4:17", "12:4");
    }

    @Test
    void aRefusalEndsTheConversation() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Heard.say(talk, Bytes.of(LOGIN.replace("<success", "<failure")), 10_000))
                .withMessageContaining("<failure");
    }
}
