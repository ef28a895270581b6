package dev.porchlight.engine.codec;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.Deliveries.Letter;
import dev.porchlight.engine.port.History.Reading;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary presences and events, odd texts and far instants among them. */
final class Records {
    private Records() {}

    static Arbitrary<String> texts() {
        // Whole characters only: the halves of surrogate pairs are for another test.
        return Arbitraries.strings().excludeChars(halves()).ofMaxLength(40);
    }

    private static char[] halves() {
        char[] halves = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = (char) (Character.MIN_SURROGATE + i);
        }
        return halves;
    }

    static Arbitrary<Instant> instants() {
        Arbitrary<Instant> any = Combinators.combine(
                        Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
        return Arbitraries.oneOf(any, Arbitraries.of(Instant.EPOCH, Instant.MIN, Instant.MAX));
    }

    static Arbitrary<Answer> answers() {
        return Combinators.combine(
                        Arbitraries.of(Status.class), instants(), instants().injectNull(0.5))
                .as(Answer::new);
    }

    static Arbitrary<UserKey> users() {
        return Combinators.combine(texts(), texts()).as(UserKey::new);
    }

    static Arbitrary<PresenceEvent> events() {
        Arbitrary<Cause> causes = Combinators.combine(Arbitraries.of(Cause.Kind.class), texts(), texts())
                .as(Cause::new);
        return Combinators.combine(
                        users(), Arbitraries.longs(), answers(), Arbitraries.of(Status.class), instants(), causes)
                .as(PresenceEvent::new);
    }

    static Arbitrary<Reading> readings() {
        return Combinators.combine(users(), instants(), texts(), instants(), instants())
                .as(Reading::new);
    }

    static Arbitrary<Delivery> deliveries() {
        Arbitrary<Letter> letters =
                Combinators.combine(texts(), texts(), texts()).as(Letter::new);
        return Combinators.combine(
                        Arbitraries.longs(), Arbitraries.integers().between(0, 9), users(), instants(), letters)
                .as(Delivery::new);
    }

    static Arbitrary<Attempt> attempts() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        texts(),
                        texts(),
                        instants(),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, 599),
                        texts())
                .as(Attempt::new);
    }

    static Arbitrary<Presence> presences() {
        Arbitrary<Session> sessions = Combinators.combine(
                        texts(),
                        texts(),
                        Arbitraries.of("5.3.0", "5.13.3 (12345)", "1").map(ClientVersion::new),
                        Arbitraries.of(Activity.class),
                        instants(),
                        instants(),
                        instants())
                .as(Session::new);
        Arbitrary<Claim> claims = Combinators.combine(
                        texts(),
                        Arbitraries.of(Status.class),
                        instants(),
                        instants().injectNull(0.5))
                .as(Claim::new);
        Arbitrary<Declaration> declarations = Combinators.combine(
                        Arbitraries.of(Status.class), instants(), instants().injectNull(0.5), texts())
                .as(Declaration::new);
        return Combinators.combine(
                        users(),
                        Arbitraries.longs(),
                        sessions.list().ofMaxSize(5),
                        claims.list().ofMaxSize(5),
                        declarations.injectNull(0.3),
                        instants().injectNull(0.3),
                        answers(),
                        instants())
                .as(Presence::new);
    }
}
