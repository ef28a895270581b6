package dev.porchlight.bench.peers.speech;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.porchlight.bench.load.Load;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchDialectTest {
    private static final String UPGRADED = "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\r\n";
    private static final String ANSWER =
            "{\"user\":\"%s\",\"status\":\"Away\",\"since\":\"2026-01-01T00:00:00Z\",\"revision\":%d,\"changed_at\":\"x\"}";

    private final Heard heard = new Heard();
    private final WatchDialect dialect = new WatchDialect("127.0.0.1:8484");

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10_000})
    void answersAreHeardWhereverTheyAreCut(int piece) {
        Dialect.Talk talk = dialect.talk(0, new Contacts.Ring(20, 2), 0, heard);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Bytes.of(UPGRADED));
        frame(out, 1, ANSWER.formatted(Load.userId(19), 17));
        frame(out, 9, "");
        frame(out, 1, ANSWER.formatted(Load.userId(1), 4));

        Heard.say(talk, out.toByteArray(), piece);

        assertThat(talk.isIn()).isTrue();
        assertThat(heard.told).containsExactly("19:17", "1:4");
        assertThat(heard.said.get(0)).endsWith("{\"watch\":[\"" + Load.userId(19) + "\",\"" + Load.userId(1) + "\"]}");
        assertThat(heard.said.get(1)).isEqualTo("\u008a\u0080\0\0\0\0");
    }

    @Test
    void theUsersOwnTokenIsAmongTheSubprotocols() {
        String opening =
                new String(dialect.talk(1, new Contacts.Star(1), 0, heard).opening(), ISO_8859_1);

        assertThat(opening)
                .contains("Sec-WebSocket-Protocol: porchlight.v1, porchlight.token." + Load.userToken(1) + "\r\n")
                .doesNotContain("Authorization");
    }

    @Test
    void anEndByTheServerEndsTheConversation() {
        Dialect.Talk talk = dialect.talk(1, new Contacts.Star(1), 0, heard);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Bytes.of(UPGRADED));
        frame(out, 8, "xxbye");

        assertThatIllegalStateException()
                .isThrownBy(() -> Heard.say(talk, out.toByteArray(), 10_000))
                .withMessageContaining("bye");
    }

    @Test
    void aChangeThatIsRefusedEndsTheConversation() {
        Dialect.Talk writer = dialect.writer();
        Heard.say(writer, Bytes.of("HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 204 No Content\r\nx: y\r\n\r\n"), 5);

        assertThatIllegalStateException()
                .isThrownBy(() -> Heard.say(writer, Bytes.of("HTTP/1.1 429 Too Many Requests\r\n\r\n"), 100))
                .withMessageContaining("429");
    }

    @Test
    void everyIdLeadsBackToItsUser() {
        for (int user = 0; user < 30_000; user++) {
            assertThat(UserIds.number(Bytes.of(Load.userId(user)), 0)).isEqualTo(user);
        }
    }

    private static void frame(ByteArrayOutputStream out, int opcode, String payload) {
        out.write(0x80 | opcode);
        if (payload.length() < 126) {
            out.write(payload.length());
        } else {
            out.write(126);
            out.write(payload.length() >>> 8);
            out.write(payload.length());
        }
        out.writeBytes(Bytes.of(payload));
    }
}
