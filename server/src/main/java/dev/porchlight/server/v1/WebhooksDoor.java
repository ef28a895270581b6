package dev.porchlight.server.v1;

import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Subscription.State;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Deliveries;
import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.DeliveryLog;
import dev.porchlight.engine.port.DeliveryLog.Standing;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.server.webhook.Subscribing;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.WebhookAttemptListReply;
import dev.porchlight.wire.WebhookListReply;
import dev.porchlight.wire.WebhookParkedListReply;
import dev.porchlight.wire.WebhookReply;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /v1/webhooks}: how subscriptions fare, and what an administrator can do about it. */
public final class WebhooksDoor {
    /** So many parked deliveries are shown, or sent again, at a time. */
    private static final int PAGE = 200;

    private static final String NUMBER = "[0-9]{1,18}";

    private final Subscribing subscribing;
    private final Deliveries deliveries;
    private final DeliveryLog deliveryLog;
    private final InstantSource clock;

    public WebhooksDoor(Subscribing subscribing, Deliveries deliveries, DeliveryLog deliveryLog, InstantSource clock) {
        this.subscribing = subscribing;
        this.deliveries = deliveries;
        this.deliveryLog = deliveryLog;
        this.clock = clock;
    }

    public CompletionStage<Reply> list(Call call) {
        return subscribing.list(call.principal().account()).thenCompose(all -> {
            List<CompletableFuture<WebhookReply>> shown = all.stream()
                    .map(subscription -> deliveryLog
                            .standing(subscription.id())
                            .thenApply(standing -> reply(subscription, standing))
                            .toCompletableFuture())
                    .toList();
            return CompletableFuture.allOf(shown.toArray(CompletableFuture[]::new))
                    .thenApply(done -> Reply.json(
                            200,
                            Json.write(new WebhookListReply(
                                    shown.stream().map(CompletableFuture::join).toList()))));
        });
    }

    public CompletionStage<Reply> attempts(Call call) {
        return reached(
                call,
                found -> deliveryLog
                        .attempts(found.id(), DeliveryLog.KEPT)
                        .thenApply(all -> Reply.json(
                                200,
                                Json.write(new WebhookAttemptListReply(
                                        all.stream().map(WebhooksDoor::attempt).toList())))));
    }

    public CompletionStage<Reply> parked(Call call) {
        return reached(
                call,
                found -> deliveryLog
                        .parked(found.id(), 0, PAGE)
                        .thenApply(all -> Reply.json(
                                200,
                                Json.write(new WebhookParkedListReply(
                                        all.stream().map(WebhooksDoor::parked).toList())))));
    }

    /** Asks the receiver to prove itself anew; from a success on everything is sent. */
    public CompletionStage<Reply> enable(Call call) {
        return reached(
                call,
                found -> subscribing
                        .change(found.account(), found.id(), before -> before)
                        .thenApply(changed -> changed ? Reply.noContent() : noSuchWebhook(found.id())));
    }

    public CompletionStage<Reply> again(Call call) {
        String number = call.parameter("number");
        return reached(
                call,
                found -> number.matches(NUMBER)
                        ? deliveries
                                .again(found.id(), Long.parseLong(number), clock.instant())
                                .thenApply(written -> written == Written.DONE ? Reply.noContent() : notParked(number))
                        : CompletableFuture.completedStage(notParked(number)));
    }

    private CompletionStage<Reply> reached(Call call, Function<Subscription, CompletionStage<Reply>> then) {
        String id = call.parameter("webhookId");
        return subscribing
                .find(call.principal().account(), id)
                .thenCompose(
                        found -> found.map(then).orElseGet(() -> CompletableFuture.completedStage(noSuchWebhook(id))));
    }

    private static WebhookReply reply(Subscription subscription, Standing standing) {
        Subscription.Terms terms = subscription.terms();
        Subscription.Health health = subscription.health();
        return new WebhookReply(
                subscription.id(),
                subscription.app(),
                terms.name(),
                terms.url(),
                List.copyOf(terms.events()),
                List.copyOf(terms.users()),
                health.state().name().toLowerCase(Locale.ROOT),
                health.failures(),
                health.state() == State.DISABLED ? null : health.proveAt(),
                subscription.createdAt(),
                standing.last(),
                standing.waiting(),
                standing.parked());
    }

    private static WebhookAttemptListReply.Attempt attempt(Attempt attempt) {
        return new WebhookAttemptListReply.Attempt(
                attempt.number() == 0 ? null : attempt.number(),
                attempt.event(),
                attempt.user().isEmpty() ? null : attempt.user(),
                attempt.at(),
                attempt.millis(),
                answered(attempt.status()),
                attempt.note());
    }

    private static @Nullable Integer answered(int status) {
        return status == 0 ? null : status;
    }

    private static WebhookParkedListReply.Parked parked(Delivery delivery) {
        return new WebhookParkedListReply.Parked(
                delivery.number(),
                delivery.letter().event(),
                delivery.user().user(),
                delivery.at(),
                delivery.attempts());
    }

    private static Reply noSuchWebhook(String id) {
        return Problems.problem(404, 1001, "Webhook does not exist: " + id + ".", "NO_SUCH_WEBHOOK");
    }

    private static Reply notParked(String number) {
        return Problems.problem(404, 1001, "Delivery is not parked: " + number + ".", "NOT_PARKED");
    }
}
