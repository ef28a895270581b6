package dev.porchlight.reference.request;

import dev.porchlight.reference.collection.Node;
import dev.porchlight.reference.collection.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns an authentication of a collection, of either format, into what it adds. No secret gets through. */
final class Auths {
    private static final String TOKEN = "<access_token>";
    private static final Map<String, String> SECRETS = Map.of(
            "token", TOKEN,
            "accessToken", TOKEN,
            "password", "<password>",
            "value", "<api_key>",
            "consumerSecret", "<consumer_secret>",
            "tokenSecret", "<token_secret>",
            "accessKey", "<access_key>",
            "secretKey", "<secret_key>",
            "authKey", "<auth_key>",
            "clientSecret", "<client_secret>");

    private final Variables variables;

    Auths(Variables variables) {
        this.variables = variables;
    }

    /** Variables that an authentication takes secrets from stand for placeholders from now on. */
    void hideSecrets(Node request, Scope scope) {
        scope.auth(request).filter(Node::isObject).ifPresent(auth -> {
            Node attributes = auth.at(type(auth));
            SECRETS.forEach((name, placeholder) ->
                    variables.hide(attribute(attributes, name).text(""), placeholder));
        });
    }

    Auth of(Node request, Scope scope) {
        Optional<Node> held = scope.auth(request);
        return held.isEmpty() ? Auth.NONE : of(held.get());
    }

    private Auth of(Node auth) {
        if (!auth.isObject()) {
            throw auth.refuse("an authentication, which is an object with a type");
        }
        String type = type(auth);
        Node attributes = auth.at(type);
        return switch (type) {
            case "noauth", "" -> Auth.NONE;
            case "bearer" -> Auth.header("Authorization", "Bearer " + TOKEN);
            case "basic" -> Auth.basic(text(attributes, "username", "<username>"), "<password>");
            case "apikey" -> apiKey(attributes);
            case "oauth2" -> oAuth2(attributes);
            case "oauth1" -> oAuth1(attributes);
            case "awsv4" ->
                Auth.computed(
                        "AWS Signature 4",
                        List.of(new Parameter(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=<access_key>, SignedHeaders=<headers>,"
                                        + " Signature=<signature>")));
            case "hawk" ->
                Auth.computed("Hawk", List.of(new Parameter("Authorization", "Hawk id=\"<auth_id>\", mac=\"<mac>\"")));
            case "edgegrid" ->
                Auth.computed(
                        "Akamai EdgeGrid",
                        List.of(new Parameter("Authorization", "EG1-HMAC-SHA256 signature=<signature>")));
            case "digest" -> Auth.computed("HTTP digest", List.of());
            case "ntlm" -> Auth.computed("NTLM", List.of());
            default -> {
                auth.at("type").note("a kind of authentication that Postman has");
                yield Auth.NONE;
            }
        };
    }

    private static String type(Node auth) {
        return auth.at("type").text("");
    }

    private Auth apiKey(Node attributes) {
        String name = text(attributes, "key", "X-API-Key");
        return text(attributes, "in", "header").equals("query")
                ? Auth.query(name, "<api_key>")
                : Auth.header(name, "<api_key>");
    }

    private Auth oAuth2(Node attributes) {
        if (text(attributes, "addTokenTo", "header").equals("queryParams")) {
            return Auth.query("access_token", TOKEN);
        }
        String prefix = text(attributes, "headerPrefix", "Bearer").strip();
        return Auth.header("Authorization", prefix.isEmpty() ? TOKEN : prefix + " " + TOKEN);
    }

    private Auth oAuth1(Node attributes) {
        return Auth.computed(
                "OAuth 1.0",
                List.of(new Parameter(
                        "Authorization",
                        "OAuth oauth_consumer_key=\"" + text(attributes, "consumerKey", "<consumer_key>")
                                + "\",oauth_token=\"<access_token>\",oauth_signature_method=\""
                                + text(attributes, "signatureMethod", "HMAC-SHA1")
                                + "\",oauth_timestamp=\"<timestamp>\",oauth_nonce=\"<nonce>\","
                                + "oauth_signature=\"<signature>\"")));
    }

    private String text(Node attributes, String name, String otherwise) {
        Node attribute = attribute(attributes, name);
        String text = variables.resolve(attribute.text(""), attribute);
        return text.isEmpty() ? otherwise : text;
    }

    /** In v2.1 attributes are a list of keys and values, in v2.0 an object. */
    private static Node attribute(Node attributes, String name) {
        if (!attributes.isArray()) {
            return attributes.at(name);
        }
        return attributes.objects().stream()
                .filter(attribute -> attribute.value().path("key").asText().equals(name))
                .findFirst()
                .map(attribute -> attribute.at("value"))
                .orElse(attributes.at(name));
    }
}
