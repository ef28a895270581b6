package dev.porchlight.client.oauth;

import static dev.porchlight.client.fixture.Clients.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.client.fixture.HandTime;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.PresenceException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RenewedTokensTest {
    private final HandTime time = new HandTime();
    private Duration life = Duration.ofHours(1);
    private boolean down;
    private int given;
    private final RenewedTokens tokens = new RenewedTokens(time, null, this::renew);

    @Test
    void aTokenIsFetchedOnceAndUsedUntilShortlyBeforeItsEnd() {
        assertThat(tokens.current()).isEqualTo("token-1");
        time.pass(Duration.ofMinutes(54));
        assertThat(tokens.current()).isEqualTo("token-1");
        time.pass(Duration.ofMinutes(1));
        assertThat(tokens.current()).isEqualTo("token-2");
    }

    @Test
    void aShortLifeIsRenewedInItsLastFifth() {
        life = Duration.ofSeconds(10);
        assertThat(tokens.current()).isEqualTo("token-1");
        time.pass(Duration.ofMillis(7_900));
        assertThat(tokens.current()).isEqualTo("token-1");
        time.pass(Duration.ofMillis(100));
        assertThat(tokens.current()).isEqualTo("token-2");
    }

    @Test
    void aRenewalThatFailsIsPutOffWhileTheOldTokenIsGood() {
        tokens.current();
        down = true;
        time.pass(Duration.ofMinutes(56));
        assertThat(tokens.current()).isEqualTo("token-1");
        down = false;
        assertThat(tokens.current()).isEqualTo("token-1");
        time.pass(Duration.ofSeconds(30));
        assertThat(tokens.current()).isEqualTo("token-2");
    }

    @Test
    void aRenewalThatFailsAfterTheEndIsAnError() {
        tokens.current();
        down = true;
        time.pass(Duration.ofMinutes(61));

        assertThat(errorOf(tokens::current)).isInstanceOf(PresenceError.NoToken.class);
    }

    @Test
    void aTokenThatWasNotTakenIsReplacedBeforeItsTime() {
        String first = tokens.current();

        assertThat(tokens.refused(first)).isTrue();
        assertThat(tokens.current()).isEqualTo("token-2");
    }

    @Test
    void whatAnotherThreadHasRenewedMeanwhileIsNotRenewedAgain() {
        String first = tokens.current();
        tokens.refused(first);

        assertThat(tokens.refused(first)).isTrue();
        assertThat(given).isEqualTo(2);
    }

    private Grant renew(Grant last) {
        if (down) {
            throw new PresenceException(new PresenceError.NoToken("It is down.", null));
        }
        given++;
        return new Grant("token-" + given, time.instant().plus(life), null, null);
    }
}
