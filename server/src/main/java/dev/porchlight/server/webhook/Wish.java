package dev.porchlight.server.webhook;

import dev.porchlight.engine.directory.Subscription.Terms;
import dev.porchlight.server.house.PlainText;
import dev.porchlight.wire.EventSubscriptionRequest;
import dev.porchlight.wire.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a subscriber asks for, looked at field by field. */
public final class Wish {
    private static final int MAX_NAME = 128;
    private static final int MAX_USERS = 10;
    private static final int MAX_EVENTS = 100;
    private static final Pattern SECRET = Pattern.compile("[!-~]{1,128}");

    private Wish() {}

    /** What Zoom refuses with a code of its own. */
    public record Refused(int code, String message) {}

    /** The first such refusal, of fields that are there. */
    public static Optional<Refused> refused(EventSubscriptionRequest request) {
        List<String> events = request.events();
        if (events != null && events.isEmpty()) {
            return Optional.of(new Refused(1500, "The events list is empty."));
        }
        if (request.eventWebhookUrl() != null && request.eventWebhookUrl().isBlank()) {
            return Optional.of(new Refused(1500, "The event webhook url is empty."));
        }
        String scope = request.subscriptionScope();
        if (scope != null && !scope.equals("account") && !scope.equals("user")) {
            return Optional.of(new Refused(1500, "The subscription scope is invalid."));
        }
        return Objects.requireNonNullElse(events, List.<String>of()).stream()
                .limit(MAX_EVENTS)
                .filter(event -> !WebhookEvents.ALL.contains(event))
                .map(event -> new Refused(1602, "The event is not allowed for the app: " + shown(event)))
                .findFirst();
    }

    /** The same for what must be there in a new one. */
    public static Optional<Refused> incomplete(EventSubscriptionRequest request) {
        if (request.events() == null) {
            return Optional.of(new Refused(1500, "The events list is empty."));
        }
        return request.eventWebhookUrl() == null
                ? Optional.of(new Refused(1500, "The event webhook url is empty."))
                : Optional.empty();
    }

    /** Fields that hold what they cannot hold. */
    public static List<FieldError> errors(EventSubscriptionRequest request, boolean privateTargets) {
        List<FieldError> errors = new ArrayList<>();
        String url = request.eventWebhookUrl();
        if (url != null && Target.parse(url, privateTargets) instanceof Target.Parsed.Bad(var expected)) {
            errors.add(FieldError.of("event_webhook_url", shown(url), expected));
        }
        String name = request.eventSubscriptionName();
        if (name != null && (name.length() > MAX_NAME || !PlainText.is(name))) {
            errors.add(FieldError.of(
                    "event_subscription_name",
                    shown(name),
                    "at most " + MAX_NAME + " characters without control characters"));
        }
        List<String> users = request.userIds();
        if (users != null && users.size() > MAX_USERS) {
            errors.add(FieldError.of("user_ids", users.size() + " users", "at most " + MAX_USERS));
        }
        String secret = request.eventWebhookSecretToken();
        if (secret != null && !SECRET.matcher(secret).matches()) {
            // What was found is not told: it may be most of a secret.
            errors.add(FieldError.of(
                    "event_webhook_secret_token",
                    "other characters or length",
                    "1 to 128 printable ASCII characters without spaces"));
        }
        return errors;
    }

    /**
     * The terms that follow.
     *
     * @param before for all that the request says nothing of, or null for a new one
     * @param users their ids, or null where the request says nothing of them
     */
    public static Terms terms(
            EventSubscriptionRequest request, @Nullable Terms before, @Nullable SortedSet<String> users) {
        return new Terms(
                or(request.eventSubscriptionName(), before == null ? "" : before.name()),
                or(request.eventWebhookUrl(), before == null ? "" : before.url()),
                request.events() == null && before != null
                        ? before.events()
                        : new TreeSet<>(or(request.events(), List.of())),
                or(users, before == null ? new TreeSet<>() : before.users()));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }

    private static String shown(String text) {
        String start = text.length() > MAX_NAME ? text.substring(0, MAX_NAME) + "…" : text;
        return "\"" + (PlainText.is(start) ? start : "other characters") + "\"";
    }
}
