package dev.porchlight.server.oauth;

import static dev.porchlight.server.oauth.Town.PASSWORD;
import static dev.porchlight.server.oauth.Town.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.OAuthSettings;
import dev.porchlight.server.fixture.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who guesses is slowed down, and nobody else. */
class GuessingTest {
    @AutoClose
    private final Town town = new Town(OAuthSettings.DEFAULTS.withBehindProxy(true));

    @Test
    void ofTenThousandGuessesAtOnceSixAreLookedAt() {
        int looked = 0;
        for (int i = 0; i < 10_000; i++) {
            looked += from("guess" + i, "198.51.100.7").status() == 400 ? 1 : 0;
        }

        assertThat(looked).isEqualTo(6);
        assertThat(from("secret", "198.51.100.7").status()).isEqualTo(429);
        assertThat(from("secret", "198.51.100.8").hasStatus(400).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void whoWaitsAsLongAsToldTakesAQuarterOfAnHourForEachGuess() {
        Instant start = town.house.now();
        for (int looked = 0; looked < 100; ) {
            Answer answer = from("guess", "198.51.100.7");
            if (answer.status() == 400) {
                looked++;
            } else {
                long wait = Long.parseLong(answer.header("retry-after").orElseThrow());
                assertThat(wait).isBetween(1L, 900L);
                town.house.pass(Duration.ofSeconds(wait));
            }
        }

        assertThat(Duration.between(start, town.house.now())).isGreaterThan(Duration.ofHours(20));
    }

    @Test
    void theRightClientIsNotLockedOutByGuessesFromElsewhere() {
        for (int i = 0; i < 200; i++) {
            from("guess", "198.51.100.7");
        }

        assertThat(from("secret", "203.0.113.1").hasStatus(400).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aNetworkOfAddressesIsOneAddress() {
        for (int i = 0; i < 6; i++) {
            from("guess", "2001:db8:1:2::" + i).hasStatus(400);
        }

        from("guess", "2001:db8:1:2:aaaa:bbbb:cccc:dddd").hasStatus(429);
        from("guess", "2001:db8:1:3::1").hasStatus(400);
    }

    @Test
    void whoTriesManyClientsIsSlowedDownToo() {
        for (int i = 0; i < 51; i++) {
            assertThat(town.basic("client" + i + ":x", "grant_type", "refresh_token")
                            .header("X-Forwarded-For", "198.51.100.7")
                            .send()
                            .status())
                    .isEqualTo(400);
        }

        assertThat(from("guess", "198.51.100.7").status()).isEqualTo(429);
    }

    @Test
    void onlyWhatTheNearestProxySaysIsBelieved() {
        for (int i = 0; i < 6; i++) {
            from("guess", "203.0.113." + i + ", 198.51.100.7").hasStatus(400);
        }

        from("guess", "203.0.113.99, 198.51.100.7").hasStatus(429);
    }

    @Test
    void withoutAProxyNobodyIsBelieved() {
        try (Town open = new Town()) {
            for (int i = 0; i < 6; i++) {
                open.basic("web:guess", "grant_type", "refresh_token")
                        .header("X-Forwarded-For", "203.0.113." + i)
                        .send()
                        .hasStatus(400);
            }

            open.basic("web:guess", "grant_type", "refresh_token")
                    .header("X-Forwarded-For", "203.0.113.99")
                    .send()
                    .hasStatus(429);
        }
    }

    @Test
    void guessesOfAPasswordAreSlowedDownAndForgottenWhenItIsRight() {
        Browser ada = new Browser(town.house);
        Answer page = ada.open(page());
        for (int i = 0; i < 5; i++) {
            signIn(ada, page, "wrong").hasStatus(400);
        }
        signIn(ada, page, PASSWORD).hasStatus(303);

        Browser mallory = new Browser(town.house);
        Answer another = mallory.open(page());
        for (int i = 0; i < 6; i++) {
            signIn(mallory, another, "wrong").hasStatus(400);
        }
        signIn(mallory, another, PASSWORD).hasStatus(429).hasHeader("retry-after", "1");
        town.house.pass(Duration.ofSeconds(1));
        signIn(mallory, another, PASSWORD).hasStatus(303);
    }

    private Answer signIn(Browser browser, Answer page, String password) {
        return browser.post(
                page(), "step", "sign_in", "email", "ada@example.com", "password", password, "key", Browser.key(page));
    }

    private Answer from(String secret, String address) {
        return town.basic("web:" + secret, "grant_type", "refresh_token", "refresh_token", "none")
                .header("X-Forwarded-For", address)
                .send();
    }
}
