package dev.porchlight.server.oauth;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grants;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Tokens;
import dev.porchlight.server.gate.Gate;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.RevokeReply;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gives tokens to apps and takes them back: {@code POST /oauth/token}, {@code /oauth/revoke}, {@code /oauth/devicecode}. */
public final class OAuthDoor {
    static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final Clients clients;
    private final Tokens tokens;
    private final Grants grants;
    private final AccessTokens accessTokens;
    private final Codes codes;
    private final Devices devices;
    private final Exchange exchange;
    private final Gate gate;

    OAuthDoor(
            Clients clients,
            Tokens tokens,
            Grants grants,
            AccessTokens accessTokens,
            Codes codes,
            Devices devices,
            Exchange exchange,
            Gate gate) {
        this.clients = clients;
        this.tokens = tokens;
        this.grants = grants;
        this.accessTokens = accessTokens;
        this.codes = codes;
        this.devices = devices;
        this.exchange = exchange;
        this.gate = gate;
    }

    public CompletionStage<Reply> token(Call call) {
        return clients.authenticated(call, this::token);
    }

    private CompletionStage<Reply> token(App app, OAuthParameters parameters) {
        return switch (parameters.get("grant_type").orElse("")) {
            case "client_credentials" -> server(app, parameters);
            case "account_credentials" ->
                parameters.get("account_id").filter(app.account()::equals).isPresent()
                        ? server(app, parameters)
                        : OAuthReplies.refused("Invalid account_id", "invalid_request");
            case "authorization_code" -> codes.code(app, parameters);
            case "refresh_token" -> codes.refresh(app, parameters);
            case DEVICE_GRANT -> devices.token(app, parameters);
            case "" -> OAuthReplies.missing("grant_type");
            default -> OAuthReplies.refused("unsupported grant type", "unsupported_grant_type");
        };
    }

    private CompletionStage<Reply> server(App app, OAuthParameters parameters) {
        if (app.kind() != App.Kind.SERVER_TO_SERVER) {
            return OAuthReplies.refused(
                    "This app acts for users: they allow it (authorization_code)", "unauthorized_client");
        }
        SortedSet<String> wanted = parameters.scopes();
        if (!app.scopes().containsAll(wanted)) {
            wanted.removeAll(app.scopes());
            return OAuthReplies.refused("Invalid scope: " + String.join(" ", wanted), "invalid_scope");
        }
        return accessTokens
                .make(app, null, wanted.isEmpty() ? app.scopes() : wanted)
                .thenCompose(made ->
                        tokens.add(made.token()).thenApply(written -> OAuthReplies.of(accessTokens.reply(made, null))));
    }

    public CompletionStage<Reply> deviceCode(Call call) {
        return clients.authenticated(call, devices::begin);
    }

    public CompletionStage<Reply> revoke(Call call) {
        return clients.authenticated(
                call,
                (app, parameters) -> parameters
                        .get("token")
                        .map(token -> revoked(app, Secrets.hash(token)))
                        .orElseGet(() -> OAuthReplies.missing("token")));
    }

    /** A refresh token goes with all that came of the same consent (RFC 7009, section 2.1). */
    private CompletionStage<Reply> revoked(App app, String hash) {
        return grants.find(hash).thenCompose(found -> {
            Optional<Grant> ours = found.filter(grant -> grant.app().equals(app.id()));
            return ours.isPresent()
                    ? exchange.revoked(ours.get().family()).thenApply(done -> success())
                    : accessTokenRevoked(app, hash);
        });
    }

    private CompletionStage<Reply> accessTokenRevoked(App app, String hash) {
        return tokens.find(hash).thenCompose(found -> {
            boolean ours = found.filter(token -> app.id().equals(token.app())).isPresent();
            if (!ours) {
                // RFC 7009, section 2.2: a token that is not there needs no revoking.
                return CompletableFuture.completedStage(success());
            }
            return tokens.revoke(app.account(), hash).thenApply(written -> {
                gate.forget(caller -> caller.holds(hash));
                return success();
            });
        });
    }

    private static Reply success() {
        return OAuthReplies.of(RevokeReply.SUCCESS);
    }
}
