package dev.porchlight.server.webhook;

import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Subscription.Health;
import dev.porchlight.engine.directory.Subscription.State;
import dev.porchlight.engine.directory.Subscriptions;
import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.DeliveryLog;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Read;
import dev.porchlight.wire.webhook.ProofReply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks receivers to prove that they know the secret, before anything else is sent and from time to time (zoom-wire: Webhooks). */
final class Proofs {
    private static final Logger log = LoggerFactory.getLogger(Proofs.class);

    private static final Duration GOOD_FOR = Duration.ofDays(3);
    private static final int MAX_FAILURES = 6;
    private static final String PROVED = "proved";

    private final Subscriptions subscriptions;
    private final DeliveryLog deliveryLog;
    private final Sender sender;
    private final WebhookMetrics metrics;
    private final Secrets secrets;
    private final InstantSource clock;
    private final List<Duration> retries;

    Proofs(
            Subscriptions subscriptions,
            DeliveryLog deliveryLog,
            Sender sender,
            WebhookMetrics metrics,
            Secrets secrets,
            InstantSource clock,
            List<Duration> retries) {
        this.subscriptions = subscriptions;
        this.deliveryLog = deliveryLog;
        this.sender = sender;
        this.metrics = metrics;
        this.secrets = secrets;
        this.clock = clock;
        this.retries = retries;
    }

    /** Whether a proof is due. */
    boolean isDue(Subscription subscription) {
        Health health = subscription.health();
        return health.state() != State.DISABLED && !health.proveAt().isAfter(clock.instant());
    }

    /** Asks once. Answers 1. What somebody else made of the subscription meanwhile stands. */
    CompletionStage<Integer> run(Subscription subscription) {
        Instant begun = clock.instant();
        String plainToken = secrets.id();
        Parcel parcel = new Parcel(
                subscription.terms().url(),
                subscription.secret(),
                0,
                UUID.nameUUIDFromBytes(plainToken.getBytes(StandardCharsets.UTF_8))
                        .toString(),
                WebhookEvents.proof(plainToken, begun));
        return sender.send(parcel).thenCompose(answer -> {
            String note = note(subscription.secret(), plainToken, answer);
            Attempt attempt = new Attempt(0, WebhookEvents.PROOF, "", begun, answer.millis(), answer.status(), note);
            Subscription next = subscription.with(next(subscription.health(), note.equals(PROVED), begun));
            tell(next, note);
            return deliveryLog
                    .note(subscription.id(), attempt)
                    .thenCompose(noted -> subscriptions.replace(subscription, next))
                    .thenApply(written -> 1);
        });
    }

    private static String note(String secret, String plainToken, Answer answer) {
        if (!answer.arrived()) {
            return answer.note();
        }
        return switch (Json.read(answer.body(), ProofReply.class)) {
            case Read.Bad<ProofReply> bad -> "answered " + answer.status() + " without the proof";
            case Read.Good<ProofReply> good ->
                plainToken.equals(good.value().plainToken())
                                && same(
                                        Signature.of(secret, plainToken),
                                        good.value().encryptedToken())
                        ? PROVED
                        : "answered " + answer.status() + " with a wrong proof";
        };
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private Health next(Health health, boolean proved, Instant now) {
        if (proved) {
            return new Health(State.ACTIVE, 0, now.plus(GOOD_FOR));
        }
        int failures = health.failures() + 1;
        if (failures >= MAX_FAILURES || retries.isEmpty()) {
            return new Health(State.DISABLED, failures, now);
        }
        return new Health(health.state(), failures, now.plus(retries.get(Math.min(failures, retries.size()) - 1)));
    }

    private void tell(Subscription next, String note) {
        if (next.health().state() == State.DISABLED) {
            metrics.disabled();
            log.warn(
                    "Subscription {} of account {} is disabled after {} proofs that failed: {}",
                    next.id(),
                    next.account(),
                    next.health().failures(),
                    note);
        }
    }
}
