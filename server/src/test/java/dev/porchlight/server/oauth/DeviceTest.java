package dev.porchlight.server.oauth;

import static dev.porchlight.server.oauth.Town.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A device without a browser gets its tokens (RFC 8628). */
class DeviceTest {
    @AutoClose
    private final Town town = new Town();

    @Test
    void aDeviceGetsATokenOnceItsUserHasAllowedIt() {
        Answer begun = begin();
        assertThat(begun.text("user_code")).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
        assertThat(begun.text("verification_uri_complete"))
                .isEqualTo(town.house.uri() + "/oauth/device?user_code=" + begun.text("user_code"));
        assertThat(ask(begun).hasStatus(400).text("error")).isEqualTo("authorization_pending");

        answer(begun, "allow");

        Answer given = ask(begun).hasStatus(200);
        assertThat(town.whose(given.text("access_token"))).isEqualTo("ada");
        town.house
                .post("/oauth/token")
                .form("grant_type", "refresh_token", "client_id", "phone", "refresh_token", given.text("refresh_token"))
                .send()
                .hasStatus(200);
    }

    @Test
    void aCodeThatIsBroughtTwiceTakesBackWhatItGave() {
        Answer begun = begin();
        answer(begun, "allow");
        Answer given = ask(begun).hasStatus(200);

        Town.isInvalidGrant(ask(begun));

        town.isRefused(given.text("access_token"));
    }

    @Test
    void whoDeniesItSaysSoToTheDevice() {
        Answer begun = begin();

        answer(begun, "deny");

        assertThat(ask(begun).hasStatus(400).text("error")).isEqualTo("access_denied");
    }

    @Test
    void whoAsksTooOftenIsSlowedDown() {
        Answer begun = begin();
        ask(begun);
        town.house.pass(Duration.ofSeconds(4));
        assertThat(ask(begun).text("error")).isEqualTo("slow_down");
        town.house.pass(Duration.ofSeconds(9));
        assertThat(ask(begun).text("error")).isEqualTo("slow_down");
        town.house.pass(Duration.ofSeconds(15));
        assertThat(ask(begun).text("error")).isEqualTo("authorization_pending");
    }

    @Test
    void aCodeLastsAQuarterOfAnHour() {
        Answer begun = begin();
        town.house.pass(Duration.ofMinutes(15));

        assertThat(ask(begun).text("error")).isEqualTo("expired_token");
        new Browser(town.house)
                .open("/oauth/device?user_code=" + begun.text("user_code"))
                .hasStatus(400);
    }

    @Test
    void aCodeMayBeTypedInAnyWay() {
        String code = begin().text("user_code");

        for (String typed : new String[] {
            code.toLowerCase(Locale.ROOT), code.replace("-", ""), code.replace("-", "%20"), "+" + code + "+"
        }) {
            new Browser(town.house).open("/oauth/device?user_code=" + typed).hasStatus(200);
        }
    }

    @Test
    void theDevicesCodeIsNoOtherApps() {
        Answer begun = begin();
        answer(begun, "allow");

        Town.isInvalidGrant(
                town.tokens("grant_type", OAuthDoor.DEVICE_GRANT, "device_code", begun.text("device_code")));
    }

    @Test
    void theUsersCodeAloneIsWorthNothing() {
        Answer begun = begin();
        answer(begun, "allow");
        String code = begun.text("user_code").replace("-", "");

        for (String guess : new String[] {code, code + ".", code + ".x"}) {
            Town.isInvalidGrant(town.house
                    .post("/oauth/token")
                    .form("grant_type", OAuthDoor.DEVICE_GRANT, "client_id", "phone", "device_code", guess)
                    .send());
        }
    }

    @Test
    void whoGuessesCodesIsSlowedDown() {
        Browser mallory = new Browser(town.house);
        for (int i = 0; i < 51; i++) {
            mallory.open("/oauth/device?user_code=BBBB-BBB" + (char) ('A' + i % 20))
                    .hasStatus(400);
        }

        mallory.open("/oauth/device?user_code=" + begin().text("user_code"))
                .hasStatus(429)
                .hasHeader("retry-after", "1");
    }

    private Answer begin() {
        return town.house
                .post("/oauth/devicecode")
                .form("client_id", "phone", "scope", "user:read")
                .send()
                .hasStatus(200);
    }

    private Answer ask(Answer begun) {
        return town.house
                .post("/oauth/token")
                .form(
                        "grant_type",
                        OAuthDoor.DEVICE_GRANT,
                        "client_id",
                        "phone",
                        "device_code",
                        begun.text("device_code"))
                .send();
    }

    private void answer(Answer begun, String step) {
        Browser ada = new Browser(town.house);
        String address = "/oauth/device?user_code=" + begun.text("user_code");
        Answer consent = ada.signIn(address, "ada@example.com", PASSWORD).hasStatus(200);
        assertThat(consent.body()).contains(begun.text("user_code"), "Allow Phone?");
        ada.send(consent, address, "step", step).hasStatus(200);
    }
}
