package dev.porchlight.server.webhook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where changes are sent, and how often it is tried.
 *
 * @param privateTargets whether http, private and loopback addresses may be subscribed: off keeps requests out of the
 *     operator's own network (docs/webhooks.md, Addresses)
 * @param retries how long after each failed try the next one comes; after the last of them a delivery is parked
 * @param authorities a PEM file of certificates that receivers are trusted by, besides those that Java trusts; null for none
 * @param certificate a PEM file with the certificate that receivers are shown, or null for none
 * @param key the PEM file with that certificate's key (PKCS #8), or null where there is none
 */
public record WebhookSettings(
        boolean privateTargets,
        List<Duration> retries,
        @Nullable Path authorities,
        @Nullable Path certificate,
        @Nullable Path key) {
    public static final WebhookSettings DEFAULTS = new WebhookSettings(
            false, List.of(Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(60)), null, null, null);

    public WebhookSettings {
        retries = List.copyOf(retries);
    }

    public WebhookSettings withPrivateTargets(boolean allowed) {
        return new WebhookSettings(allowed, retries, authorities, certificate, key);
    }

    public WebhookSettings withRetries(List<Duration> newRetries) {
        return new WebhookSettings(privateTargets, newRetries, authorities, certificate, key);
    }

    public WebhookSettings withAuthorities(@Nullable Path newAuthorities) {
        return new WebhookSettings(privateTargets, retries, newAuthorities, certificate, key);
    }

    public WebhookSettings withCertificate(@Nullable Path newCertificate, @Nullable Path newKey) {
        return new WebhookSettings(privateTargets, retries, authorities, newCertificate, newKey);
    }
}
