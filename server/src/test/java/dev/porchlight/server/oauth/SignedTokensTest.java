package dev.porchlight.server.oauth;

import static dev.porchlight.server.oauth.Town.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.porchlight.server.OAuthSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Access tokens as signed JSON Web Tokens (RFC 9068), and their keys. */
class SignedTokensTest {
    @AutoClose
    private final Town town = new Town(OAuthSettings.DEFAULTS.withTokenFormat(TokenFormat.JWT));

    @Test
    void othersCanReadATokenAndCheckItByThePublishedKeys() throws Exception {
        SignedJWT token = SignedJWT.parse(made());

        assertThat(isSigned(token)).isTrue();
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(town.house.uri());
        assertThat(claims.getAudience()).containsExactly(town.house.uri());
        assertThat(claims.getSubject()).isEqualTo("ada");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("web");
        assertThat(claims.getStringClaim("account_id")).isEqualTo("default");
        assertThat(claims.getStringClaim("scope")).isEqualTo("user:read user:write");
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(town.house.now().plus(Duration.ofHours(1)));
    }

    @Test
    void aPublishedKeyIsPublic() throws Exception {
        made();

        String keys =
                town.house.get("/.well-known/jwks.json").send().hasStatus(200).body();

        assertThat(JWKSet.parse(keys).getKeys()).hasSize(1).noneMatch(JWK::isPrivate);
        assertThat(keys).doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @Test
    void aTokenIsRevokedLikeAnyOther() {
        String token = made();
        assertThat(town.whose(token)).isEqualTo("ada");

        town.house.revoke(token);

        town.isRefused(token);
    }

    @Test
    void aTokenThatSomebodyChangedIsNone() {
        String token = made();
        int middle = token.indexOf('.') + 10;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';

        town.isRefused(token.substring(0, middle) + other + token.substring(middle + 1));
        town.isRefused(token.substring(0, token.lastIndexOf('.') + 1));
    }

    @Test
    void aKeyIsFollowedAfterItsTimeAndPublishedAsLongAsItsTokens() throws Exception {
        String first = made();
        town.house.pass(Duration.ofDays(30).minusSeconds(1));
        String last = made();
        assertThat(keyOf(last)).isEqualTo(keyOf(first));
        town.house.pass(Duration.ofSeconds(1));

        String next = made();

        assertThat(keyOf(next)).isNotEqualTo(keyOf(last));
        assertThat(published()).containsExactly(keyOf(next), keyOf(last));
        town.house.pass(Duration.ofHours(1).minusNanos(1));
        assertThat(isSigned(SignedJWT.parse(last))).isTrue();
        town.house.pass(Duration.ofNanos(1));
        assertThat(published()).containsExactly(keyOf(next));
    }

    @Test
    void opaqueTokensHaveNoKeys() {
        try (Town opaque = new Town()) {
            opaque.house.get("/.well-known/jwks.json").send().hasStatus(200).hasBody("{\"keys\":[]}");
        }
    }

    private String made() {
        return town.exchange(town.code(page())).hasStatus(200).text("access_token");
    }

    private static String keyOf(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private List<String> published() throws Exception {
        return keys().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private boolean isSigned(SignedJWT token) throws Exception {
        JWK key = keys().getKeyByKeyId(token.getHeader().getKeyID());
        JWSVerifier verifier = new RSASSAVerifier(key.toRSAKey().toRSAPublicKey(), Set.of());
        return token.verify(verifier);
    }

    private JWKSet keys() throws Exception {
        return JWKSet.parse(town.house.get("/.well-known/jwks.json").send().body());
    }
}
