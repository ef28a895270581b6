package dev.porchlight.core.rule;

import static dev.porchlight.core.presence.Status.AVAILABLE;
import static dev.porchlight.core.presence.Status.AWAY;
import static dev.porchlight.core.presence.Status.DO_NOT_DISTURB;
import static dev.porchlight.core.presence.Status.ON_A_CALL;
import static dev.porchlight.core.rule.Story.byApi;
import static dev.porchlight.core.rule.Story.byClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** semantics: Declare 2. */
class VersionGateTest {
    private static final ClientVersion NEEDED = new ClientVersion("5.3.0");

    static Stream<Arguments> everyTransition() {
        List<Status> settable =
                Stream.of(Status.values()).filter(Status::settable).toList();
        return settable.stream().flatMap(from -> settable.stream().map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyTransition")
    void aClientBelow530CanOnlyGoToDoNotDisturbFromAvailableOrAway(Status from, Status to) {
        Story story = Story.begin().client("old", "5.2.9").claim("desk", from);
        assertThat(story.status()).isEqualTo(from);

        boolean allowed = to == DO_NOT_DISTURB && (from == AVAILABLE || from == AWAY);

        Decision decision = story.tell(byApi(to, null));
        if (allowed) {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
        } else {
            Refusal refusal = new Refusal.ClientTooOld(new ClientVersion("5.2.9"), NEEDED, from, to);
            assertThat(decision).isEqualTo(new Decision.Refused(refusal));
        }
    }

    @ParameterizedTest
    @MethodSource("everyTransition")
    void aClientOf530OrNewerCanGoFromAnyStatusToAnyAndToTheSame(Status from, Status to) {
        Story story = Story.begin().client("new", "5.3.0").declare(from);
        assertThat(story.status()).isEqualTo(from);

        assertThat(story.update(to).status()).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.3", "5.3.0", "5.3.0.0", "5.10.0", "5.13.3 (12345)", "6", "10.0"})
    void theseAreNewEnough(String version) {
        assertThat(Story.begin().client("laptop", version).update(AWAY).status())
                .isEqualTo(AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4.6.0", "4.99", "5", "5.0.5", "5.2", "5.2.99 (53000)", "5.02.10"})
    void theseAreTooOld(String version) {
        assertThat(Story.begin().client("laptop", version).refusal(byApi(AWAY, null)))
                .isEqualTo(new Refusal.ClientTooOld(new ClientVersion(version), NEEDED, AVAILABLE, AWAY));
    }

    @ParameterizedTest
    @CsvSource({"a, b", "b, a"})
    void theNewestOfTheLiveClientsCounts(String old, String recent) {
        Story story = Story.begin().client(old, "5.2").client(recent, "5.10.0");

        assertThat(story.update(AWAY).signOut(recent).afterSeconds(60).refusal(byApi(AVAILABLE, null)))
                .isEqualTo(new Refusal.ClientTooOld(new ClientVersion("5.2"), NEEDED, AWAY, AVAILABLE));
    }

    @Test
    void ofSeveralClientsThatAreTooOldTheNewestIsNamed() {
        Story story = Story.begin().client("a", "5.1").client("b", "5.2.10").client("c", "5.2.9");

        assertThat(story.refusal(byApi(AWAY, null)))
                .isEqualTo(new Refusal.ClientTooOld(new ClientVersion("5.2.10"), NEEDED, AVAILABLE, AWAY));
    }

    @Test
    void aClientThatWasUpdatedCounts() {
        Story story = Story.begin().client("laptop", "5.2").client("laptop", "5.3");

        assertThat(story.update(AWAY).status()).isEqualTo(AWAY);
    }

    @Test
    void theStatusThatShowsIsTheOneToGoFrom() {
        Story story = Story.begin().client("old", "5.2").claim("phone", ON_A_CALL);

        assertThat(story.refusal(byApi(DO_NOT_DISTURB, null)))
                .isEqualTo(new Refusal.ClientTooOld(new ClientVersion("5.2"), NEEDED, ON_A_CALL, DO_NOT_DISTURB));
        assertThat(story.release("phone").update(DO_NOT_DISTURB).status()).isEqualTo(DO_NOT_DISTURB);
    }

    @Test
    void theUsersOwnClientObeysTheGateToo() {
        Story story = Story.begin();
        story.tell(Story.beat("old", "5.2", Activity.IDLE, Story.DAY));

        assertThat(story.refusal(byClient(AVAILABLE, null))).isInstanceOf(Refusal.ClientTooOld.class);
        assertThat(story.doNotDisturb(5).status()).isEqualTo(DO_NOT_DISTURB);
    }
}
