package dev.porchlight.reference.sample;

import dev.porchlight.reference.request.Basic;
import dev.porchlight.reference.request.Body;
import dev.porchlight.reference.request.Encoding;
import dev.porchlight.reference.request.Parameter;
import dev.porchlight.reference.request.Part;
import dev.porchlight.reference.request.ResolvedRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a template prints: a request, as its language sends it. Exactly one of the kinds of body is there, or none. */
public final class Sample {
    /** A single argument of a command has at most 128 KiB on Linux. */
    private static final int LONGEST_ARGUMENT = 100_000;
    /** Several constants of Java that are joined are one, of at most 64 KiB. */
    private static final int LONGEST_CONSTANT = 16_000;

    private static final Set<String> NEEDING_BODY = Set.of("POST", "PUT", "PATCH", "PROPPATCH", "REPORT");
    private static final Set<String> RUBY = Set.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "PROPFIND",
            "PROPPATCH",
            "MKCOL",
            "COPY",
            "MOVE",
            "LOCK",
            "UNLOCK");

    private final ResolvedRequest request;
    private final Language language;
    private final Answer answer;
    private final List<Parameter> headers;
    private @Nullable String text;
    private @Nullable List<Parameter> fields;
    private @Nullable List<Part> parts;
    private @Nullable List<Piece> pieces;
    private @Nullable String file;

    /** What the item's saved responses lead one to expect. */
    public enum Answer {
        /** 204, which has no body. */
        NO_CONTENT,
        /** A JSON object. */
        JSON,
        /** Anything else. */
        ANY
    }

    Sample(ResolvedRequest request, Language language, Answer answer) {
        this.request = request;
        this.language = language;
        this.answer = answer;
        this.headers = new ArrayList<>(request.headers());
        switch (request.body()) {
            case Body.None none -> {}
            case Body.File whole -> file = whole.path();
            case Body.Text whole -> text(whole.content());
            case Body.Form form
            when language.fields().test(form) && isPlainForm() && fits(Forms.encoded(form.fields())) ->
                fields = form.fields();
            case Body.Form form -> text(Forms.encoded(form.fields()));
            case Body.Multipart form
            when language.parts().test(form) && form.parts().stream().allMatch(this::fits) -> parts = form.parts();
            case Body.Multipart form -> write(form);
        }
    }

    /** Clients that encode a form themselves choose its media type, too. */
    private boolean isPlainForm() {
        return "application/x-www-form-urlencoded".equals(header("Content-Type"));
    }

    private void text(String content) {
        if (fits(content)) {
            text = content;
        } else {
            pieces = List.of(new Piece.Text(content));
        }
    }

    private void write(Body.Multipart form) {
        Written written = Written.of(form);
        headers.add(new Parameter("Content-Type", "multipart/form-data; boundary=" + written.boundary()));
        pieces = written.pieces();
    }

    private boolean fits(Part part) {
        return !(part instanceof Part.Text field) || fits(field.value());
    }

    private boolean fits(String argument) {
        return !language.traits().shell()
                || argument.length() < LONGEST_ARGUMENT / 3
                || argument.getBytes(StandardCharsets.UTF_8).length < LONGEST_ARGUMENT;
    }

    public String method() {
        return request.method();
    }

    public boolean isHead() {
        return method().equals("HEAD");
    }

    public String url() {
        return language.traits().strict() ? Encoding.strict(request.url()) : request.url();
    }

    public boolean isHttps() {
        return url().startsWith("https:");
    }

    /** One literal. */
    public String q(String value) {
        return language.quotes().literal(value);
    }

    /** Text that may have many lines. */
    public String t(String value) {
        Quotes quotes = language.quotes().equals(Tables.JAVA) && value.length() > LONGEST_CONSTANT
                ? Tables.LONG_JAVA
                : language.quotes();
        return quotes.lines(value);
    }

    public List<Parameter> headers() {
        return headers;
    }

    /** For clients that keep one value a name: repeated ones joined, which says the same (RFC 9110, 5.3). */
    public List<Parameter> joined() {
        Map<String, Parameter> joined = new LinkedHashMap<>();
        for (Parameter header : headers) {
            joined.merge(header.name().toLowerCase(Locale.ROOT), header, Sample::join);
        }
        return List.copyOf(joined.values());
    }

    private static Parameter join(Parameter one, Parameter other) {
        String between = one.name().equalsIgnoreCase("Cookie") ? "; " : ", ";
        return new Parameter(one.name(), one.value() + between + other.value());
    }

    /** All headers but the one. */
    public List<Parameter> headersBut(String name) {
        return headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase(name))
                .toList();
    }

    /** A header's value; null without it. */
    public @Nullable String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Parameter::value)
                .findFirst()
                .orElse(null);
    }

    public @Nullable Basic basic() {
        return request.basic().orElse(null);
    }

    public @Nullable String text() {
        return text;
    }

    public @Nullable List<Parameter> fields() {
        return fields;
    }

    public @Nullable List<Part> parts() {
        return parts;
    }

    /** A body to write piece by piece. */
    public @Nullable List<Piece> pieces() {
        return pieces;
    }

    public @Nullable String file() {
        return file;
    }

    public boolean hasBody() {
        return text != null || fields != null || parts != null || pieces != null || file != null;
    }

    /** Whether any part of the body is read from a file. */
    public boolean readsFiles() {
        boolean inParts = parts != null && parts.stream().anyMatch(Sample::readsFile);
        boolean inPieces = pieces != null && pieces.stream().anyMatch(Piece.File.class::isInstance);
        return file != null || inParts || inPieces;
    }

    private static boolean readsFile(Part part) {
        return part instanceof Part.File named && !named.path().isEmpty();
    }

    public boolean isNoContent() {
        return answer == Answer.NO_CONTENT;
    }

    public boolean isJson() {
        return answer == Answer.JSON;
    }

    /** {@code %22} and the like, as a name or value of a form is sent. */
    public String encoded(String value) {
        return Encoding.field(value);
    }

    /** Scheme, host and port, in three; the host of a variable is {@code domain.com}. */
    public Origin origin() {
        return Origin.of(request.url());
    }

    /** Where a request goes, for clients that want host, port and path apart. */
    public record Origin(String host, int port, boolean tls, String path) {
        static Origin of(String url) {
            int start = url.indexOf("://") + 3;
            int end = url.indexOf('/', start);
            String authority = url.substring(start, end);
            boolean variable = authority.contains("{{");
            boolean tls = variable || url.startsWith("https:");
            int colon = authority.lastIndexOf(':');
            boolean port =
                    !variable && colon > 0 && authority.substring(colon + 1).matches("\\d{1,5}");
            return new Origin(
                    variable ? "domain.com" : port ? authority.substring(0, colon) : authority,
                    port ? Integer.parseInt(authority.substring(colon + 1)) : tls ? 443 : 80,
                    tls,
                    url.substring(end));
        }
    }

    /** The same as a call of Porchlight's client; null where it has none. */
    public @Nullable PresenceCall presence() {
        return PresenceCall.of(request).orElse(null);
    }

    /** For languages with a name for each common method. */
    public String methodCapitalized() {
        return method().charAt(0) + method().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Whether Ruby has a class of its own for the method. */
    public boolean isMethodOfRuby() {
        return RUBY.contains(method());
    }

    /** Whether some clients send the method with a body only, even an empty one. */
    public boolean needsBody() {
        return NEEDING_BODY.contains(method());
    }

    /** A value whose first sign HTTPie does not take for its own. */
    public String guarded(String value) {
        return !value.isEmpty() && "@=:;".indexOf(value.charAt(0)) >= 0 ? "\\" + value : value;
    }

    /** What says which part of a form this is. */
    public String disposition(Part part) {
        return Written.disposition(part);
    }
}
