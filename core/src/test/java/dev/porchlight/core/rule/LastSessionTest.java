package dev.porchlight.core.rule;

import static dev.porchlight.core.presence.Status.AVAILABLE;
import static dev.porchlight.core.presence.Status.AWAY;
import static dev.porchlight.core.presence.Status.BUSY;
import static dev.porchlight.core.presence.Status.DO_NOT_DISTURB;
import static dev.porchlight.core.presence.Status.OFFLINE;
import static dev.porchlight.core.presence.Status.OUT_OF_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** semantics: The answer, line 2, and Declare 5: what outlives the last session. */
class LastSessionTest {
    private static final Duration LEASE = Duration.ofSeconds(90);

    @ParameterizedTest
    @EnumSource(names = {"DO_NOT_DISTURB", "BUSY", "OUT_OF_OFFICE"})
    void theseAreBackWithTheNextSession(Status declared) {
        Story out = Story.signedIn()
                .declare(declared)
                .signOut("laptop")
                .afterSeconds(60)
                .idle("phone");
        assertThat(out.status()).isEqualTo(declared);

        Story lapsed = Story.begin()
                .active("laptop", LEASE)
                .declare(declared)
                .after(LEASE)
                .ring();
        assertThat(lapsed.status()).isEqualTo(OFFLINE);
        assertThat(lapsed.afterSeconds(60).idle("phone").status()).isEqualTo(declared);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DO_NOT_DISTURB", "BUSY", "OUT_OF_OFFICE", "OFFLINE"})
    void everyOtherDeclarationEndedWithTheLastSession(Status declared) {
        Story out = Story.signedIn().declare(declared).signOut("laptop");
        assertThat(out.presence.declaration()).isNull();
        assertThat(out.idle("phone").status()).isEqualTo(AWAY);

        Story lapsed = Story.begin()
                .active("laptop", LEASE)
                .declare(declared)
                .after(LEASE)
                .ring();
        assertThat(lapsed.presence.declaration()).isNull();
        assertThat(lapsed.active("phone").status()).isEqualTo(AVAILABLE);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OFFLINE")
    void aDeclarationStaysWhileAnySessionIsLeft(Status declared) {
        Story story = Story.signedIn().active("phone", LEASE).declare(declared).signOut("laptop");
        assertThat(story.status()).isEqualTo(declared);

        story.active("tablet", LEASE.plus(LEASE)).after(LEASE).ring();
        assertThat(story.status()).isEqualTo(declared);
    }

    @Test
    void whatIsKeptGoesOnTimingOut() {
        Story disturb = Story.signedIn()
                .doNotDisturb(30)
                .signOut("laptop")
                .afterSeconds(1799)
                .active("laptop");
        assertThat(disturb.status()).isEqualTo(DO_NOT_DISTURB);
        assertThat(disturb.signOut("laptop").afterSeconds(1).active("laptop").status())
                .isEqualTo(AVAILABLE);

        Story busy = Story.signedIn()
                .declare(BUSY)
                .signOut("laptop")
                .after(Story.DAY)
                .active("laptop");
        assertThat(busy.status()).isEqualTo(AVAILABLE);

        Story away = Story.signedIn().declare(OUT_OF_OFFICE).signOut("laptop").after(Duration.ofDays(400));
        assertThat(away.active("laptop").status()).isEqualTo(OUT_OF_OFFICE);
    }

    @Test
    void nothingRingsForSomebodyWhoIsOffline() {
        Story story = Story.signedIn().doNotDisturb(30).claim("a", BUSY, LEASE).signOut("laptop");

        assertThat(story.why().nextChange()).isNull();
        assertThat(story.after(Story.DAY).ring().events).hasSize(3);
    }

    @Test
    void aLeaseThatEndsTogetherWithTheDeclarationIsOneEventToOffline() {
        Story story = Story.begin()
                .active("laptop", Duration.ofSeconds(60))
                .doNotDisturb(1)
                .afterSeconds(60)
                .ring();

        assertThat(story.events)
                .extracting(event -> event.answer().status())
                .containsExactly(AVAILABLE, DO_NOT_DISTURB, OFFLINE);
        assertThat(story.active("laptop").status()).isEqualTo(AVAILABLE);
    }
}
