package dev.porchlight.server.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts what becomes of deliveries, and how long after the change they arrive. */
final class WebhookMetrics {
    private final Counter delivered;
    private final Counter failed;
    private final Counter parked;
    private final Counter disabled;
    private final Timer lag;

    WebhookMetrics(MeterRegistry metrics) {
        delivered = tries(metrics, "delivered");
        failed = tries(metrics, "failed");
        parked = tries(metrics, "parked");
        disabled = Counter.builder("porchlight.webhooks.disabled")
                .description("Subscriptions that were disabled because their receiver failed to prove itself")
                .register(metrics);
        lag = Timer.builder("porchlight.webhooks.lag")
                .description("From a change to the answer of a receiver that took it")
                .register(metrics);
    }

    private static Counter tries(MeterRegistry metrics, String outcome) {
        return Counter.builder("porchlight.webhooks.tries")
                .description("Tries to deliver by outcome: failed is tried again, parked is not")
                .tag("outcome", outcome)
                .register(metrics);
    }

    void delivered(Duration after) {
        delivered.increment();
        lag.record(after.isNegative() ? Duration.ZERO : after);
    }

    void failed() {
        failed.increment();
    }

    void parked() {
        parked.increment();
    }

    void disabled() {
        disabled.increment();
    }
}
