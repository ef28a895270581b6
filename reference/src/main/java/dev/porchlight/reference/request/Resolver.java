package dev.porchlight.reference.request;

import dev.porchlight.reference.collection.Flaw;
import dev.porchlight.reference.collection.FlawedException;
import dev.porchlight.reference.collection.Item;
import dev.porchlight.reference.collection.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Works out what an item sends. */
public final class Resolver {
    /** The runner sends no body with these. */
    private static final Set<String> BODYLESS = Set.of("GET", "HEAD", "COPY", "PURGE", "UNLOCK");
    /** What a client works out itself, and some refuse to be told. */
    private static final Set<String> OWN = Set.of("content-length", "transfer-encoding", "connection", "expect");

    private final Map<String, String> environment;

    /** @param environment values that go before those of the collection */
    public Resolver(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Throws {@link FlawedException} when it cannot be told what the item sends. */
    public ResolvedRequest resolve(Item item) {
        Node request = item.request();
        if (!item.node().isObject()) {
            throw item.node().refuse("an item, which is an object");
        }
        if (!request.isText() && !request.isObject()) {
            throw request.refuse("a request, as an address or as an object");
        }
        Variables variables = new Variables(environment, item.scope().variables());
        Auths auths = new Auths(variables);
        Node own = request.isObject() ? request : item.node().at("request").at("none");
        auths.hideSecrets(own, item.scope());
        return resolve(request, variables, auths.of(own, item.scope()));
    }

    private static ResolvedRequest resolve(Node request, Variables variables, Auth auth) {
        Target target = new Address(request.isText() ? request : request.at("url"), variables).target(auth.query());
        String method = request.isText() ? "GET" : method(request.at("method"));
        Bodies.Typed typed = BODYLESS.contains(method) || request.isText()
                ? Bodies.Typed.NONE
                : new Bodies(variables).of(request.at("body"));
        List<Parameter> headers =
                request.isText() ? new ArrayList<>() : headers(request.at("header"), variables, typed, auth);
        headers.addAll(auth.headers());
        if (!typed.mediaType().isEmpty() && headers.stream().noneMatch(header -> named(header, "Content-Type"))) {
            headers.add(new Parameter("Content-Type", typed.mediaType()));
        }
        boolean authorized = auth.basic().isPresent() || headers.stream().anyMatch(h -> named(h, "Authorization"));
        return new ResolvedRequest(
                method,
                target.url(),
                headers,
                authorized ? auth.basic() : target.user().map(user -> new Basic(user, "<password>")),
                typed.body(),
                Blanks.in(target.url(), headers, auth.basic(), typed.body()),
                auth.notes());
    }

    private static String method(Node method) {
        if (method.isMissing()) {
            return "GET";
        }
        if (!method.isText()) {
            throw method.refuse("a method, such as GET");
        }
        String name = method.text("").strip().toUpperCase(Locale.ROOT);
        if (!name.matches("[A-Z0-9!#$%&'*+.^_`|~-]*")) {
            throw method.refuse("a method, such as GET");
        }
        return name.isEmpty() ? "GET" : name;
    }

    private static List<Parameter> headers(Node list, Variables variables, Bodies.Typed typed, Auth auth) {
        List<Parameter> headers = new ArrayList<>();
        if (list.isText()) {
            list.text("").lines().filter(line -> line.contains(":")).forEach(line -> {
                int colon = line.indexOf(':');
                add(headers, line.substring(0, colon), variables.resolve(line.substring(colon + 1), list), list);
            });
        } else {
            for (Node header : list.objects()) {
                if (!header.isTrue("disabled")) {
                    String name = variables.resolve(header.at("key").text(""), header);
                    add(headers, name, variables.resolve(header.at("value").text(""), header), header);
                }
            }
        }
        headers.removeIf(header -> isNotWanted(header, typed, auth));
        return headers;
    }

    private static boolean isNotWanted(Parameter header, Bodies.Typed typed, Auth auth) {
        boolean chosenByClient = (typed.body() instanceof Body.Multipart) && named(header, "Content-Type");
        return OWN.contains(header.name().toLowerCase(Locale.ROOT)) || chosenByClient || isReplaced(header, auth);
    }

    private static boolean isReplaced(Parameter header, Auth auth) {
        boolean byBasic = auth.basic().isPresent() && named(header, "Authorization");
        return byBasic || (auth.replacing() && auth.headers().stream().anyMatch(added -> named(header, added.name())));
    }

    /** Blanks around a value are no part of it (RFC 9110, 5.5). */
    private static void add(List<Parameter> headers, String name, String value, Node header) {
        String key = name.strip();
        String text = value.strip();
        if (key.isEmpty()) {
            return;
        }
        if (Stream.of(key, text).anyMatch(part -> part.chars().anyMatch(sign -> sign == '\n' || sign == '\r'))
                || !key.matches("[A-Za-z0-9!#$%&'*+.^_`|~{}-]+")) {
            throw new FlawedException(
                    new Flaw(header.path(), "a header that HTTP does not allow", "a name and a line"));
        }
        headers.add(new Parameter(key, Secrets.hidden(key, text)));
    }

    private static boolean named(Parameter header, String name) {
        return header.name().equalsIgnoreCase(name);
    }
}
