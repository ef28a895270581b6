package dev.porchlight.cli.profile.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.porchlight.cli.profile.store.Profile.App;
import dev.porchlight.cli.profile.store.Profile.Person;
import dev.porchlight.cli.profile.store.Profile.Token;
import dev.porchlight.client.oauth.ClientCredentials;
import dev.porchlight.client.oauth.Grant;
import dev.porchlight.wire.InstantText;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A profile as JSON, and back. */
final class ProfileJson {
    private ProfileJson() {}

    static ObjectNode write(Profile profile) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("url", profile.url().toString());
        switch (profile.means()) {
            case Token token -> node.put("token", token.token());
            case App app -> {
                client(node, app.endpoint(), app.client());
                node.put("grant_type", app.account() == null ? "client_credentials" : "account_credentials");
                put(node, "account_id", app.account());
            }
            case Person person -> {
                client(node, person.endpoint(), person.client());
                node.put("grant_type", "refresh_token");
            }
        }
        Grant grant = profile.grant();
        if (grant != null) {
            ObjectNode written = node.putObject("grant");
            written.put("access_token", grant.accessToken());
            put(
                    written,
                    "expires_at",
                    grant.expiresAt() == null ? null : grant.expiresAt().toString());
            put(written, "refresh_token", grant.refreshToken());
            put(written, "scope", grant.scope());
        }
        return node;
    }

    /** @throws IllegalArgumentException for an address that is none */
    static Profile read(String name, JsonNode node) {
        URI url = URI.create(node.path("url").asText());
        return new Profile(name, url, means(node), grant(node.path("grant")));
    }

    private static Profile.Means means(JsonNode node) {
        if (node.hasNonNull("token")) {
            return new Token(node.path("token").asText());
        }
        URI endpoint = URI.create(node.path("token_url").asText());
        ClientCredentials client = new ClientCredentials(node.path("client_id").asText(), text(node, "client_secret"));
        return node.path("grant_type").asText().equals("refresh_token")
                ? new Person(endpoint, client)
                : new App(endpoint, client, text(node, "account_id"));
    }

    private static @Nullable Grant grant(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        Instant expiresAt = InstantText.parse(node.path("expires_at").asText()).orElse(null);
        return new Grant(
                node.path("access_token").asText(), expiresAt, text(node, "refresh_token"), text(node, "scope"));
    }

    private static void client(ObjectNode node, URI endpoint, ClientCredentials client) {
        node.put("token_url", endpoint.toString());
        node.put("client_id", client.id());
        put(node, "client_secret", client.secret());
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asText() : null;
    }
}
