package dev.porchlight.cli.setting;

import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.server.OAuthSettings;
import dev.porchlight.server.Settings;
import dev.porchlight.server.gate.TrustedIssuer;
import dev.porchlight.server.oauth.TokenFormat;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How people and apps get tokens. */
public final class OAuthOptions {
    @Setting(shownDefault = "the address that it listens on")
    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "How others reach this server, such as https://presence.example.com: what tokens and sign-in"
                    + " pages call it.")
    private @Nullable String publicUrl;

    @Setting
    @Option(
            names = "--behind-proxy",
            description = "Believe the last address in X-Forwarded-For. Only where every request comes through a proxy"
                    + " that sets it.")
    private boolean behindProxy;

    @Setting
    @Option(
            names = "--token-format",
            paramLabel = "NAME",
            converter = FormatReader.class,
            description = "opaque: access tokens tell nothing. jwt: they are signed, and can be checked by the keys at"
                    + " /.well-known/jwks.json.")
    private TokenFormat tokenFormat = OAuthSettings.DEFAULTS.tokenFormat();

    @Setting
    @Option(
            names = "--signing-key-lifetime",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "With --token-format jwt: how long a key signs before another is made.")
    private Duration signingKeyLifetime = OAuthSettings.DEFAULTS.signingKeyLifetime();

    @Setting
    @Option(names = "--plain-challenges", description = "Take PKCE without a hash too, for old apps. It protects less.")
    private boolean plainChallenges;

    @Setting(shownDefault = "nobody")
    @Option(
            names = "--trusted-issuer",
            paramLabel = "URL",
            description = "Take the access tokens of this issuer of OpenID Connect, too. Needs --trusted-audience and"
                    + " --trusted-keys.")
    private @Nullable String trustedIssuer;

    @Setting(shownDefault = "none")
    @Option(
            names = "--trusted-audience",
            paramLabel = "NAME",
            description = "What the issuer calls this API: its tokens must be for it.")
    private @Nullable String trustedAudience;

    @Setting(shownDefault = "none")
    @Option(
            names = "--trusted-keys",
            paramLabel = "URL",
            description = "Where the issuer publishes its keys (jwks_uri).")
    private @Nullable String trustedKeys;

    @Setting(shownDefault = "the claim says it")
    @Option(names = "--trusted-account", paramLabel = "ID", description = "The account of the issuer's users.")
    private @Nullable String trustedAccount;

    @Setting
    @Option(
            names = "--trusted-account-claim",
            paramLabel = "NAME",
            description = "Which claim names the account, without --trusted-account.")
    private String trustedAccountClaim = "account_id";

    @Setting
    @Option(
            names = "--trusted-user-claim",
            paramLabel = "NAME",
            description = "Which claim names the user, by id or e-mail address.")
    private String trustedUserClaim = "email";

    @Setting
    @Option(names = "--trusted-scope-claim", paramLabel = "NAME", description = "Which claim holds the scopes.")
    private String trustedScopeClaim = "scope";

    public Settings on(Settings settings) {
        if (signingKeyLifetime.compareTo(Duration.ofHours(1)) < 0) {
            throw new Failure("--signing-key-lifetime: " + signingKeyLifetime + " (expected: 1h or more).", "");
        }
        return settings.withOauth(new OAuthSettings(
                publicUrl == null ? null : address("--public-url", publicUrl),
                behindProxy,
                tokenFormat,
                signingKeyLifetime,
                plainChallenges,
                issuer()));
    }

    private @Nullable TrustedIssuer issuer() {
        if (trustedIssuer == null) {
            if (trustedAudience != null || trustedKeys != null || trustedAccount != null) {
                throw new Failure("An issuer is described, but not named. Add --trusted-issuer.", "");
            }
            return null;
        }
        if (trustedAudience == null || trustedKeys == null) {
            throw new Failure("--trusted-issuer needs --trusted-audience and --trusted-keys.", "");
        }
        return new TrustedIssuer(
                trustedIssuer,
                trustedAudience,
                keys(trustedKeys),
                trustedAccount,
                trustedAccountClaim,
                trustedUserClaim,
                trustedScopeClaim);
    }

    /** Keys that somebody on the way could change would let anybody in. */
    private static URI keys(String text) {
        URI keys = Addresses.of("--trusted-keys", text);
        boolean local = "localhost".equals(keys.getHost()) || "127.0.0.1".equals(keys.getHost());
        if (!"https".equals(keys.getScheme()) && !local) {
            throw new Failure("--trusted-keys: '" + text + "' (expected: an https address).", "");
        }
        return keys;
    }

    private static String address(String option, String text) {
        URI address = Addresses.of(option, text.replaceFirst("/+$", ""));
        if (address.getRawQuery() != null
                || address.getRawFragment() != null
                || !address.getRawPath().isEmpty()) {
            throw new Failure(
                    option + ": '" + text
                            + "' (expected: an address without a path, such as https://presence.example.com).",
                    "");
        }
        return address.toString();
    }

    /** Reads {@code opaque} or {@code jwt}. */
    static final class FormatReader implements ITypeConverter<TokenFormat> {
        @Override
        public TokenFormat convert(String text) {
            for (TokenFormat format : TokenFormat.values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return format;
                }
            }
            throw new TypeConversionException("'" + text + "' (expected: opaque or jwt)");
        }
    }
}
