package dev.porchlight.server.oauth;

import dev.porchlight.server.gate.Scopes;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.AuthorizationServerReply;
import dev.porchlight.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What anybody may know of this authorization server: {@code /.well-known}. */
public final class MetadataDoor {
    private static final String KEPT = "public, max-age=60";

    private final Supplier<String> address;
    private final SigningRing ring;
    private final boolean plainAllowed;

    MetadataDoor(Supplier<String> address, SigningRing ring, boolean plainAllowed) {
        this.address = address;
        this.ring = ring;
        this.plainAllowed = plainAllowed;
    }

    /** The keys that tokens are signed with, as a JSON Web Key Set; none where tokens are opaque. */
    public CompletionStage<Reply> keys(Call call) {
        return ring.published()
                .thenApply(keys -> Reply.json(200, keys.toString(true).getBytes(StandardCharsets.UTF_8))
                        .with("Cache-Control", KEPT));
    }

    /** RFC 8414. */
    public CompletionStage<Reply> server(Call call) {
        String at = address.get();
        AuthorizationServerReply reply = new AuthorizationServerReply(
                at,
                at + "/oauth/authorize",
                at + "/oauth/token",
                at + "/oauth/revoke",
                at + "/oauth/devicecode",
                at + "/.well-known/jwks.json",
                List.copyOf(new TreeSet<>(Scopes.ALL)),
                List.of("code"),
                List.of("query"),
                List.of(
                        "authorization_code",
                        "refresh_token",
                        OAuthDoor.DEVICE_GRANT,
                        "client_credentials",
                        "account_credentials"),
                List.of("client_secret_basic", "client_secret_post", "none"),
                plainAllowed ? List.of(Pkce.S256, Pkce.PLAIN) : List.of(Pkce.S256),
                true);
        return CompletableFuture.completedStage(
                Reply.json(200, Json.write(reply)).with("Cache-Control", KEPT));
    }
}
