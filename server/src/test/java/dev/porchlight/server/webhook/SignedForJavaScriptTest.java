package dev.porchlight.server.webhook;

import static dev.porchlight.server.webhook.Subscribers.EVERY_EVENT;
import static dev.porchlight.server.webhook.Subscribers.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.webhook.Receiver.Received;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A receiver in JavaScript that checks the signature over {@code JSON.stringify(JSON.parse(body))} accepts whatever is sent,
 * and nothing else.
 */
@EnabledIf("dev.porchlight.server.webhook.NodeReceiver#canRun")
class SignedForJavaScriptTest {
    private static final long NOW = HouseUnderTest.START.getEpochSecond();
    private static final String TIMESTAMP = Long.toString(NOW);

    @AutoClose
    private final NodeReceiver javaScript = new NodeReceiver(Receiver.SECRET);

    static Stream<String> names() {
        return Stream.of(
                "Ada",
                "Zoë Ångström",
                "Łukasz Żółć",
                "Софья Ковалевская",
                "Ὑπατία",
                "حسن بن الهيثم",
                "יעל",
                "李約瑟",
                "清少納言",
                "세종대왕",
                "श्रीनिवास रामानुजन्",
                "สมชาย",
                "👩🏽‍💻🏳️‍🌈 𝔄𝔡𝔞 𓂀",
                "a\"b\\c/d",
                "</script>&amp;",
                "line\u2028separator\u2029and\u00a0\ufeff",
                "\u0000\u0001\b\t\n\u000b\f\r\u001f\u007f\u0080\u009f",
                "{\"__proto__\":1}",
                "e\u0301 \u202eright to left");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aBodyIsTheSameAfterJavaScriptHasParsedAndPrintedIt(String name) {
        String body = body(name + "@example.com", name, name);
        String signature = Signature.header(Receiver.SECRET, NOW, body);

        assertThat(javaScript.judge(TIMESTAMP, signature, body, NOW)).isEqualTo("accepted");
    }

    @Test
    void everyCharacterIsWrittenAsJavaScriptWritesIt() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= 0xFFFF; c++) {
            if (!Character.isSurrogate((char) c)) {
                all.append((char) c);
            }
        }
        String body = body(all.toString(), "ada", "default");
        String signature = Signature.header(Receiver.SECRET, NOW, body);

        assertThat(javaScript.judge(TIMESTAMP, signature, body, NOW)).isEqualTo("accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"another", "confidential ", "Confidential"})
    void aWrongSecretIsRefused(String secret) {
        String body = body("ada@example.com", "ada", "default");

        assertThat(javaScript.judge(TIMESTAMP, Signature.header(secret, NOW, body), body, NOW))
                .isEqualTo("wrong signature");
    }

    @Test
    void aChangedByteIsRefused() {
        String body = body("ada@example.com", "ada", "default");
        String signature = Signature.header(Receiver.SECRET, NOW, body);

        assertThat(javaScript.judge(TIMESTAMP, signature, body.replace("Busy", "Bury"), NOW))
                .isEqualTo("wrong signature");
        assertThat(javaScript.judge(Long.toString(NOW + 1), signature, body, NOW))
                .isEqualTo("wrong signature");
    }

    @Test
    void whatJavaScriptWouldPrintInAnotherWayIsRefused() {
        String escaped = body("ada@example.com", "ada", "default").replace("@", "\\u0040");

        assertThat(javaScript.judge(TIMESTAMP, Signature.header(Receiver.SECRET, NOW, escaped), escaped, NOW))
                .isEqualTo("wrong signature");
    }

    @Test
    void anOldTimestampIsRefused() {
        String body = body("ada@example.com", "ada", "default");
        String signature = Signature.header(Receiver.SECRET, NOW, body);

        assertThat(javaScript.judge(TIMESTAMP, signature, body, NOW + 301)).isEqualTo("too old");
    }

    @Test
    void whatTheServerSendsIsAccepted() {
        try (Receiver receiver = new Receiver();
                HouseUnderTest house = Subscribers.house()) {
            subscribe(house, receiver.url(), EVERY_EVENT).hasStatus(201);
            accepts(receiver.nextProof());
            house.post("/v2/users").bearer(house.admin()).json("""
                            {"action":"create","user_info":{"id":"zoe","email":"zoë.李👩🏽‍💻@example.com","type":1}}""").send().hasStatus(201);
            house.signIn("zoe", "6.2.0");

            accepts(receiver.next());
            Received status = receiver.next();
            accepts(status);
            assertThat(status.body()).contains("\"email\":\"zoë.李👩🏽‍💻@example.com\"");
        }
    }

    private void accepts(Received received) {
        assertThat(javaScript.judge(
                        received.header("x-zm-request-timestamp"),
                        received.header("x-zm-signature"),
                        received.body(),
                        NOW))
                .isEqualTo("accepted");
    }

    private static String body(String email, String user, String account) {
        Instant at = HouseUnderTest.START;
        PresenceEvent change = new PresenceEvent(
                new UserKey(account, user),
                1,
                new Answer(Status.BUSY, at, null),
                Status.AVAILABLE,
                at,
                new Cause(Cause.Kind.API, "", "test"));
        return WebhookEvents.body(WebhookEvents.STATUS, change, email);
    }
}
