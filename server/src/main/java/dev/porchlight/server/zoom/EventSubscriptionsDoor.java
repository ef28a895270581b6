package dev.porchlight.server.zoom;

import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.server.gate.Principal;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.house.Bodies;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.server.webhook.Subscribing;
import dev.porchlight.server.webhook.Wish;
import dev.porchlight.wire.EventSubscriptionListReply;
import dev.porchlight.wire.EventSubscriptionReply;
import dev.porchlight.wire.EventSubscriptionRequest;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.NewEventSubscriptionReply;
import dev.porchlight.wire.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v2/marketplace/app/event_subscription}: where changes are sent (docs/zoom-wire.md, Webhooks). An app reaches its own
 * subscriptions, an administrator those of the account.
 */
public final class EventSubscriptionsDoor {
    private final Subscribing subscribing;
    private final Users users;
    private final Secrets secrets;
    private final boolean privateTargets;

    /** @param privateTargets whether http and private addresses may be subscribed */
    public EventSubscriptionsDoor(Subscribing subscribing, Users users, Secrets secrets, boolean privateTargets) {
        this.subscribing = subscribing;
        this.users = users;
        this.secrets = secrets;
        this.privateTargets = privateTargets;
    }

    public CompletionStage<Reply> create(Call call) {
        return Bodies.read(
                call,
                EventSubscriptionRequest.class,
                request -> checked(
                        call,
                        request,
                        Wish.refused(request).or(() -> Wish.incomplete(request)),
                        named -> create(call, request, named)));
    }

    private CompletionStage<Reply> create(
            Call call, EventSubscriptionRequest request, @Nullable SortedSet<String> named) {
        String brought = request.eventWebhookSecretToken();
        String secret = brought == null ? secrets.secret() : brought;
        Principal caller = call.principal();
        return subscribing
                .add(caller.account(), app(caller), Wish.terms(request, null, named), secret)
                .thenApply(added -> added.map(subscription -> Reply.json(
                                201,
                                Json.write(new NewEventSubscriptionReply(
                                        subscription.id(), brought == null ? secret : null))))
                        .orElseGet(() -> Problems.invalid(List.of(FieldError.of(
                                "events",
                                "one subscription more",
                                "at most " + Subscribing.MAX_PER_APP + " subscriptions of an app")))));
    }

    public CompletionStage<Reply> list(Call call) {
        return subscribing.list(call.principal().account()).thenApply(all -> {
            List<EventSubscriptionReply> shown = all.stream()
                    .filter(subscription -> reaches(call.principal(), subscription))
                    .map(EventSubscriptionsDoor::reply)
                    .toList();
            return Reply.json(200, Json.write(new EventSubscriptionListReply(shown.size(), "", shown)));
        });
    }

    public CompletionStage<Reply> update(Call call) {
        String id = call.parameter("eventSubscriptionId");
        return Bodies.read(
                call,
                EventSubscriptionRequest.class,
                request -> checked(
                        call,
                        request,
                        Wish.refused(request),
                        named -> reached(
                                call,
                                id,
                                found -> subscribing
                                        .change(found.account(), id, before -> changed(before, request, named))
                                        .thenApply(changed -> changed ? Reply.noContent() : noSuchSubscription(id)))));
    }

    private static Subscription changed(
            Subscription before, EventSubscriptionRequest request, @Nullable SortedSet<String> named) {
        String secret = Objects.requireNonNullElse(request.eventWebhookSecretToken(), before.secret());
        return before.with(Wish.terms(request, before.terms(), named)).withSecret(secret);
    }

    public CompletionStage<Reply> remove(Call call) {
        return remove(call, call.parameter("eventSubscriptionId"));
    }

    /** The same with the id in the query. */
    public CompletionStage<Reply> removeNamed(Call call) {
        return call.queryParameter("event_subscription_id")
                .map(id -> remove(call, id))
                .orElseGet(() -> answered(Problems.invalid(
                        List.of(FieldError.of("event_subscription_id", "nothing", "the id of a subscription")))));
    }

    private CompletionStage<Reply> remove(Call call, String id) {
        return reached(
                call,
                id,
                found -> subscribing
                        .remove(found.account(), id)
                        .thenApply(written -> written == Written.DONE ? Reply.noContent() : noSuchSubscription(id)));
    }

    /** Hands on the ids of the users named, null for none named, where nothing is wrong with the request. */
    private CompletionStage<Reply> checked(
            Call call,
            EventSubscriptionRequest request,
            Optional<Wish.Refused> refused,
            Function<@Nullable SortedSet<String>, CompletionStage<Reply>> then) {
        if (refused.isPresent()) {
            return answered(
                    Problems.problem(400, refused.get().code(), refused.get().message(), "SUBSCRIPTION"));
        }
        List<FieldError> errors = Wish.errors(request, privateTargets);
        if (!errors.isEmpty()) {
            return answered(Problems.invalid(errors));
        }
        String account = call.principal().account();
        if (request.accountId() != null && !request.accountId().equals(account)) {
            return answered(Problems.noSuchAccount(request.accountId()));
        }
        List<String> wanted = request.userIds();
        return wanted == null ? then.apply(null) : named(account, wanted, then);
    }

    private CompletionStage<Reply> named(
            String account, List<String> wanted, Function<@Nullable SortedSet<String>, CompletionStage<Reply>> then) {
        List<CompletableFuture<Optional<User>>> all = new ArrayList<>();
        wanted.forEach(user -> all.add(users.find(account, user).toCompletableFuture()));
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenCompose(done -> {
            SortedSet<String> ids = new TreeSet<>();
            for (int i = 0; i < wanted.size(); i++) {
                Optional<User> found = all.get(i).join();
                if (found.isEmpty()) {
                    return answered(Problems.noSuchUser(wanted.get(i)));
                }
                ids.add(found.get().id());
            }
            return then.apply(ids);
        });
    }

    private CompletionStage<Reply> reached(Call call, String id, Function<Subscription, CompletionStage<Reply>> then) {
        return subscribing
                .find(call.principal().account(), id)
                .thenCompose(found -> found.filter(subscription -> reaches(call.principal(), subscription))
                        .map(then)
                        .orElseGet(() -> answered(noSuchSubscription(id))));
    }

    private static boolean reaches(Principal caller, Subscription subscription) {
        return caller.admin() || Objects.equals(app(caller), subscription.app());
    }

    private static @Nullable String app(Principal caller) {
        String prefix = Principal.app("");
        return caller.by().startsWith(prefix) ? caller.by().substring(prefix.length()) : null;
    }

    private static EventSubscriptionReply reply(Subscription subscription) {
        Subscription.Terms terms = subscription.terms();
        return new EventSubscriptionReply(
                subscription.id(),
                List.copyOf(terms.events()),
                terms.name(),
                terms.url(),
                terms.users().isEmpty() ? "account" : "user",
                List.copyOf(terms.users()),
                subscription.health().state().name().toLowerCase(Locale.ROOT));
    }

    private static Reply noSuchSubscription(String id) {
        return Problems.problem(404, 1001, "Event subscription does not exist: " + id + ".", "NO_SUCH_SUBSCRIPTION");
    }

    private static CompletionStage<Reply> answered(Reply reply) {
        return CompletableFuture.completedStage(reply);
    }
}
