package dev.porchlight.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.porchlight.server.OAuthSettings;
import dev.porchlight.server.Settings;
import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of an issuer of OpenID Connect that the operator trusts. */
class OutsideIssuerTest {
    private static final String ISSUER = "https://id.example.com";
    private static final String AUDIENCE = "porchlight";

    private final AtomicInteger fetches = new AtomicInteger();
    private ECKey key = key("one");
    private HttpServer issuer;
    private HouseUnderTest house;

    @BeforeEach
    void start() throws Exception {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            byte[] keys = new JWKSet(key).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        URI keys = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
        TrustedIssuer trusted = new TrustedIssuer(ISSUER, AUDIENCE, keys, null, "account", "email", "scope");
        house = new HouseUnderTest(Settings.defaults().withOauth(OAuthSettings.DEFAULTS.withTrustedIssuer(trusted)));
        house.addUser("ada");
    }

    @AfterEach
    void stop() {
        house.close();
        issuer.stop(0);
    }

    @Test
    void aTokenOfTheIssuerIsItsUsers() throws Exception {
        String token = token(claims -> {});

        me(token).hasStatus(200);
        assertThat(me(token).text("id")).isEqualTo("ada");
        assertThat(fetches).hasValue(1);
    }

    @Test
    void itExpires() throws Exception {
        String token = token(claims -> {});
        me(token).hasStatus(200);

        house.pass(Duration.ofMinutes(11));

        assertThat(me(token).status()).isEqualTo(401);
    }

    @Test
    void itsScopesAreItsOwn() throws Exception {
        String token = token(claims -> claims.claim("scope", "user:write unknown"));

        assertThat(me(token).hasStatus(400).at("code").asInt()).isEqualTo(4711);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "exp", "account", "nobody", "globex", "past", "future"})
    void anythingElseIsNoToken(String wrong) throws Exception {
        house.addAccount("globex");
        String token = token(claims -> {
            switch (wrong) {
                case "iss" -> claims.issuer("https://evil.example.com");
                case "aud" -> claims.audience("other");
                case "exp" -> claims.expirationTime(null);
                case "account" -> claims.claim("account", null);
                case "nobody" -> claims.claim("email", "nobody@example.com");
                case "globex" -> claims.claim("account", "globex");
                case "past" -> claims.expirationTime(Date.from(house.now().minusSeconds(120)));
                case "future" -> claims.notBeforeTime(Date.from(house.now().plusSeconds(120)));
                default -> throw new IllegalArgumentException(wrong);
            }
        });

        me(token).refuses(401, 124, "Invalid access token.");
    }

    @Test
    void aTokenThatNobodySignedIsNone() throws Exception {
        me(new PlainJWT(claims().build()).serialize()).refuses(401, 124, "Invalid access token.");
    }

    @Test
    void aTokenSignedByAnotherKeyOfTheSameNameIsNone() throws Exception {
        me(signed(key("one"), claims().build(), "JWT")).refuses(401, 124, "Invalid access token.");
    }

    /** The public key as the secret of an HMAC: a confusion of algorithms (RFC 8725, section 2.1). */
    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsNone() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims().build());
        token.sign(new MACSigner(key.toPublicJWK().toJSONString()));

        me(token.serialize()).refuses(401, 124, "Invalid access token.");
    }

    @Test
    void aTokenOfAnotherKindIsNone() throws Exception {
        me(signed(key, claims().build(), "logout+jwt")).refuses(401, 124, "Invalid access token.");
    }

    @Test
    void aUserWhoIsRemovedIsOut() throws Exception {
        String token = token(claims -> {});
        me(token).hasStatus(200);

        house.delete("/v2/users/ada").bearer(house.admin()).send().hasStatus(204);

        house.get("/v2/users/me").bearer(token).send().refuses(401, 124, "Invalid access token.");
    }

    @Test
    void unknownKeysDoNotMakeTheIssuerBusy() throws Exception {
        me(token(claims -> {}));
        for (int i = 0; i < 20; i++) {
            me(signed(key("other" + i), claims().build(), "JWT"));
        }

        assertThat(fetches.get()).isLessThanOrEqualTo(3);
    }

    private Answer me(String token) {
        return house.get("/v2/users/me").bearer(token).send();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("00u1")
                .claim("email", "ada@example.com")
                .claim("account", "default")
                .claim("scope", "user:read")
                .expirationTime(Date.from(house.now().plusSeconds(600)));
    }

    private String token(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        JWTClaimsSet.Builder claims = claims();
        change.accept(claims);
        return signed(key, claims.build(), "at+jwt");
    }

    private static String signed(ECKey by, JWTClaimsSet claims, String type) throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(by.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(by));
        return token.serialize();
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
