package dev.porchlight.reference.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps secrets out of pages: a token becomes {@code <access_token>}, a password {@code <password>}. A secret is known by the
 * name of its header, field or member, or by its place in an authentication. One that hides in prose is not found.
 */
public final class Secrets {
    private static final String NAMES =
            "token|access_?token|refresh_?token|id_?token|auth_?token|bearer_?token|password|passwd"
                    + "|client_?secret|consumer_?secret|token_?secret|secret_?key|api_?secret|private_?key|api[_-]?key|x-api-key"
                    + "|x-auth-token|session_?token|set-cookie";
    private static final Pattern NAME = Pattern.compile(NAMES, Pattern.CASE_INSENSITIVE);
    private static final Pattern MEMBER =
            Pattern.compile("(\"(?:" + NAMES + ")\"\\s*:\\s*)\"((?:[^\"\\\\]|\\\\.)++)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUERY =
            Pattern.compile("([?&](" + NAMES + ")=)([^&#\\s\"{<]++)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE = Pattern.compile(
            "^((?:Proxy-)?Authorization|" + NAMES + ")(:[ \\t]*)(\\S.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern IN_AUTHORITY = Pattern.compile("(://[^/?#@:\\s]{0,200}):(?!\\{\\{)[^/?#@\\s]{1,200}@");
    private static final Pattern CREDENTIALS = Pattern.compile(
            "(Bearer|Basic|Token|OAuth|Digest|SSWS|GoogleLogin|ApiKey)\\s+\\S.*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> PUBLIC_OF_AUTH = Set.of(
            "in",
            "key",
            "username",
            "addTokenTo",
            "tokenType",
            "headerPrefix",
            "grant_type",
            "scope",
            "signatureMethod",
            "version",
            "realm",
            "algorithm",
            "region",
            "service",
            "addParamsToHeader",
            "addEmptyParamsToSign",
            "authUrl",
            "accessTokenUrl",
            "redirect_uri",
            "client_authentication",
            "tokenName",
            "type",
            "qop",
            "nonceCount",
            "useBrowser",
            "callBackUrl");

    private Secrets() {}

    /** What stands for a secret of that name: {@code X-API-Key} gives {@code <x_api_key>}. */
    static String placeholder(String name) {
        return "<" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_") + ">";
    }

    /** The value of a field or header of that name, or its placeholder. */
    static String hidden(String name, String value) {
        if (isPlaceholder(value)) {
            return value;
        }
        if (name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Proxy-Authorization")) {
            return credentials(value);
        }
        return NAME.matcher(name).matches() ? placeholder(name) : value;
    }

    private static String credentials(String value) {
        Matcher scheme = CREDENTIALS.matcher(value);
        if (!scheme.matches()) {
            return "<credentials>";
        }
        String rest = value.substring(scheme.end(1)).strip();
        String placeholder = scheme.group(1).equalsIgnoreCase("bearer") ? "<access_token>" : "<credentials>";
        return isPlaceholder(rest) ? value : scheme.group(1) + " " + placeholder;
    }

    /** Nothing, a placeholder, or a variable that is not set: no secret. */
    private static boolean isPlaceholder(String value) {
        return value.isBlank()
                || (value.startsWith("<") && value.endsWith(">"))
                || (value.startsWith("{{") && value.endsWith("}}"));
    }

    /** Text, such as JSON or an address, with the secrets of its members replaced. */
    public static String hiddenIn(String text) {
        String hidden = text;
        if (hidden.indexOf('"') >= 0) {
            hidden = MEMBER.matcher(hidden)
                    .replaceAll(member -> Matcher.quoteReplacement(
                            member.group(1) + '"' + hidden(nameIn(member.group(1)), member.group(2)) + '"'));
        }
        if (hidden.indexOf(':') >= 0) {
            hidden = LINE.matcher(hidden)
                    .replaceAll(line -> Matcher.quoteReplacement(
                            line.group(1) + line.group(2) + hidden(line.group(1), line.group(3))));
        }
        if (hidden.indexOf('@') >= 0) {
            hidden = IN_AUTHORITY.matcher(hidden).replaceAll("$1:<password>@");
        }
        if (hidden.indexOf('=') >= 0) {
            hidden = QUERY.matcher(hidden)
                    .replaceAll(pair -> Matcher.quoteReplacement(pair.group(1) + placeholder(pair.group(2))));
        }
        return hidden;
    }

    private static String nameIn(String member) {
        return member.substring(1, member.indexOf('"', 1));
    }

    /** A copy of an item's JSON without its secrets; members and elements in their order. */
    public static JsonNode hiddenIn(JsonNode node) {
        return copy(node, false);
    }

    private static JsonNode copy(JsonNode node, boolean auth) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            String key = node.path("key").asText();
            node.propertyStream().forEach(member -> {
                String name = member.getKey();
                boolean within = auth || name.equals("auth");
                copy.set(
                        name,
                        member.getValue().isTextual()
                                ? TextNode.valueOf(
                                        text(name, key, member.getValue().asText(), auth))
                                : copy(member.getValue(), within));
            });
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> copy.add(copy(element, auth)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(hiddenIn(node.asText())) : node;
    }

    /** @param key the {@code key} beside it, which a {@code value} belongs to */
    private static String text(String name, String key, String text, boolean auth) {
        String of = name.equals("value") && !key.isEmpty() ? key : name;
        if (auth) {
            boolean open = PUBLIC_OF_AUTH.contains(of) || isPlaceholder(text);
            return open ? text : placeholder(of);
        }
        return hiddenIn(hidden(of, text));
    }
}
