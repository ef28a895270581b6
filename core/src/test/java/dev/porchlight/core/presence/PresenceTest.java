package dev.porchlight.core.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final Instant NOON = Instant.parse("2026-03-27T12:00:00Z");

    @Test
    void nothingIsKnownOfSomebodyOfWhomNothingWasStored() {
        Presence none = Presence.none(new UserKey("default", "ada"));

        assertThat(none.revision()).isZero();
        assertThat(none.sessions()).isEmpty();
        assertThat(none.claims()).isEmpty();
        assertThat(none.declaration()).isNull();
        assertThat(none.updatedAt()).isNull();
        assertThat(none.shown()).isEqualTo(new Answer(Status.OFFLINE, Instant.EPOCH, null));
    }

    @Test
    void sessionsAreOrderedByIdAndClaimsBySource() {
        Presence presence = Presence.none(new UserKey("default", "ada"))
                .withSessions(List.of(session("b"), session("c"), session("a")))
                .withClaims(List.of(claim("phone"), claim("calendar"), claim("meeting")));

        assertThat(presence.sessions()).extracting(Session::id).containsExactly("a", "b", "c");
        assertThat(presence.claims()).extracting(Claim::source).containsExactly("calendar", "meeting", "phone");
    }

    @Test
    void sessionsAndClaimsAreFoundByName() {
        Presence presence = Presence.none(new UserKey("default", "ada"))
                .withSessions(List.of(session("a"), session("b")))
                .withClaims(List.of(claim("calendar"), claim("phone")));

        assertThat(presence.session("b")).contains(session("b"));
        assertThat(presence.session("c")).isEmpty();
        assertThat(presence.claim("phone")).contains(claim("phone"));
        assertThat(presence.claim("meeting")).isEmpty();
    }

    @Test
    void changingTheListThatWasHandedInChangesNothing() {
        List<Session> sessions = new ArrayList<>(List.of(session("b"), session("a")));
        Presence presence = Presence.none(new UserKey("default", "ada")).withSessions(sessions);

        sessions.clear();

        assertThat(presence.sessions()).hasSize(2);
        assertThatThrownBy(() -> presence.sessions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> presence.claims().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anAnswerDiffersByStatusOrEndAndNotByItsBeginning() {
        Answer answer = new Answer(Status.BUSY, NOON, NOON.plusSeconds(60));

        assertThat(answer.differsFrom(new Answer(Status.AWAY, NOON, NOON.plusSeconds(60))))
                .isTrue();
        assertThat(answer.differsFrom(new Answer(Status.BUSY, NOON, NOON.plusSeconds(61))))
                .isTrue();
        assertThat(answer.differsFrom(new Answer(Status.BUSY, NOON, null))).isTrue();
        assertThat(answer.differsFrom(new Answer(Status.BUSY, Instant.EPOCH, NOON.plusSeconds(60))))
                .isFalse();
    }

    private static Session session(String id) {
        ClientVersion version = new ClientVersion("5.13.3");
        return new Session(id, "desktop", version, Activity.ACTIVE, NOON, NOON, NOON.plusSeconds(90));
    }

    private static Claim claim(String source) {
        return new Claim(source, Status.BUSY, NOON, null);
    }
}
