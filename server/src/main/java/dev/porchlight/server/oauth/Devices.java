package dev.porchlight.server.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grant.Answer;
import dev.porchlight.engine.authority.Grant.Proof;
import dev.porchlight.engine.authority.Grants;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.DeviceCodeReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Devices without a browser (RFC 8628): their user types a code elsewhere, and they ask until it is answered. */
final class Devices {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /** Letters that spell no word and are taken for no digit (RFC 8628, section 6.1). */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private static final int LETTERS_OF_A_CODE = 8;
    private static final int TRIES = 8;

    private final Grants grants;
    private final Exchange exchange;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Supplier<String> address;
    private final Cache<String, Asked> asked =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Devices(Grants grants, Exchange exchange, Secrets secrets, InstantSource clock, Supplier<String> address) {
        this.grants = grants;
        this.exchange = exchange;
        this.secrets = secrets;
        this.clock = clock;
        this.address = address;
    }

    /** When a device asked last, and how long it has to wait between two questions. */
    private record Asked(Instant at, Duration interval) {}

    /** {@code POST /oauth/devicecode}. */
    CompletionStage<Reply> begin(App app, OAuthParameters parameters) {
        if (app.kind() != App.Kind.USER_AUTHORISED) {
            return OAuthReplies.refused(
                    "This app is a server's: users cannot allow it anything", "unauthorized_client");
        }
        SortedSet<String> scopes = parameters.scopes();
        if (!app.scopes().containsAll(scopes)) {
            scopes.removeAll(app.scopes());
            return OAuthReplies.refused("Invalid scope: " + String.join(" ", scopes), "invalid_scope");
        }
        return begun(app, scopes.isEmpty() ? app.scopes() : scopes, TRIES);
    }

    private CompletionStage<Reply> begun(App app, SortedSet<String> scopes, int tries) {
        String userCode = secrets.letters(LETTERS, LETTERS_OF_A_CODE);
        String deviceCode = userCode + "." + secrets.secret();
        Instant now = clock.instant();
        Grant grant = new Grant(
                hash(userCode),
                secrets.id(),
                app.account(),
                null,
                app.id(),
                scopes,
                now,
                now.plus(LIFETIME),
                new Proof.Device(Secrets.hash(deviceCode), Answer.NONE),
                null);
        return grants.add(grant)
                .thenCompose(written -> written == Written.DONE
                        ? CompletableFuture.completedStage(OAuthReplies.of(reply(deviceCode, shown(userCode))))
                        : again(app, scopes, tries));
    }

    private CompletionStage<Reply> again(App app, SortedSet<String> scopes, int tries) {
        return tries > 1
                ? begun(app, scopes, tries - 1)
                : OAuthReplies.refused("Too many devices are waiting", "temporarily_unavailable");
    }

    private DeviceCodeReply reply(String deviceCode, String userCode) {
        String page = address.get() + "/oauth/device";
        return new DeviceCodeReply(
                deviceCode,
                userCode,
                page,
                page + "?user_code=" + userCode,
                LIFETIME.toSeconds(),
                INTERVAL.toSeconds());
    }

    /** The device asks for its token. */
    CompletionStage<Reply> token(App app, OAuthParameters parameters) {
        Optional<String> code = parameters.get("device_code");
        if (code.isEmpty()) {
            return OAuthReplies.missing("device_code");
        }
        int dot = code.get().indexOf('.');
        String userCode = code.get().substring(0, Math.max(0, dot));
        return grants.find(hash(userCode)).thenCompose(found -> {
            Grant grant = found.filter(one -> one.app().equals(app.id())).orElse(null);
            return grant != null
                            && grant.proof() instanceof Proof.Device(var deviceHash, var answer)
                            && Secrets.matches(code.get(), deviceHash)
                    ? answered(app, grant, answer)
                    : OAuthReplies.invalidGrant();
        });
    }

    private CompletionStage<Reply> answered(App app, Grant grant, Answer answer) {
        if (grant.isUsed()) {
            return exchange.replayed(grant);
        }
        if (!exchange.isGood(grant)) {
            return OAuthReplies.refused("The code has expired", "expired_token");
        }
        return switch (answer) {
            case NONE -> waiting(grant);
            case ALLOWED -> exchange.exchanged(app, grant, grant.scopes());
            case DENIED -> OAuthReplies.refused("The user has denied it", "access_denied");
        };
    }

    private CompletionStage<Reply> waiting(Grant grant) {
        Instant now = clock.instant();
        Asked before = asked.getIfPresent(grant.hash());
        boolean early = before != null && now.isBefore(before.at().plus(before.interval()));
        Duration interval =
                before == null ? INTERVAL : early ? before.interval().plus(INTERVAL) : before.interval();
        asked.put(grant.hash(), new Asked(now, interval));
        return early
                ? OAuthReplies.refused("Too early: ask every " + interval.toSeconds() + " seconds at most", "slow_down")
                : OAuthReplies.refused("The user has not answered yet", "authorization_pending");
    }

    /** What waits for an answer under the code that somebody typed, in whatever way. */
    CompletionStage<Optional<Grant>> waiting(String typed) {
        return grants.find(hash(letters(typed)))
                .thenApply(found -> found.filter(grant -> exchange.isGood(grant)
                        && grant.proof() instanceof Proof.Device device
                        && device.answer() == Answer.NONE));
    }

    /** Answers for the user, once. {@code MISSING} where somebody else was first. */
    CompletionStage<Written> answer(Grant grant, @Nullable String user, Answer answer) {
        Proof.Device device = (Proof.Device) grant.proof();
        Grant after = grant.answered(user, new Proof.Device(device.deviceHash(), answer));
        return grants.exchange(grant, after, Grants.Issue.NOTHING);
    }

    /** As people read it best: BDWP-HQPK. */
    static String shown(String typed) {
        String code = letters(typed);
        int half = LETTERS_OF_A_CODE / 2;
        return code.length() == LETTERS_OF_A_CODE ? code.substring(0, half) + "-" + code.substring(half) : code;
    }

    private static String letters(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static String hash(String userCode) {
        return Secrets.hash("user code: " + userCode);
    }
}
