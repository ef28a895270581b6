package dev.porchlight.reference.site;

import dev.porchlight.reference.request.Body;
import dev.porchlight.reference.request.Encoding;
import dev.porchlight.reference.request.Parameter;
import dev.porchlight.reference.request.Part;
import dev.porchlight.reference.request.ResolvedRequest;
import java.util.stream.Collectors;

/** A request as one reads it: its first line, its headers, its body; the parts of a form a line each. */
public final class RequestText {
    private RequestText() {}

    public static String of(ResolvedRequest request) {
        int hostEnd = request.url().indexOf('/', request.url().indexOf("://") + 3);
        StringBuilder text = new StringBuilder()
                .append(request.method())
                .append(' ')
                .append(request.url().substring(hostEnd))
                .append(" HTTP/1.1\nHost: ")
                .append(host(request, hostEnd))
                .append('\n');
        for (Parameter header : request.headers()) {
            if (!header.name().equalsIgnoreCase("Host")) {
                text.append(header.name()).append(": ").append(header.value()).append('\n');
            }
        }
        request.basic()
                .ifPresent(basic -> text.append("Authorization: Basic base64(")
                        .append(basic.user())
                        .append(':')
                        .append(basic.password())
                        .append(")\n"));
        return text.append(body(request.body())).toString().stripTrailing();
    }

    private static String host(ResolvedRequest request, int hostEnd) {
        return request.header("Host")
                .orElseGet(() -> request.url().substring(request.url().indexOf("://") + 3, hostEnd));
    }

    private static String body(Body body) {
        return switch (body) {
            case Body.None none -> "";
            case Body.Text text -> "\n" + text.content();
            case Body.File file -> "\n(the file " + file.path() + ")";
            case Body.Form form ->
                "\n"
                        + form.fields().stream()
                                .map(field -> Encoding.field(field.name()) + "=" + Encoding.field(field.value()))
                                .collect(Collectors.joining("&\n"));
            case Body.Multipart form ->
                "Content-Type: multipart/form-data\n\n"
                        + form.parts().stream().map(RequestText::part).collect(Collectors.joining("\n"));
        };
    }

    private static String part(Part part) {
        String type = part.contentType().isEmpty() ? "" : " (" + part.contentType() + ")";
        return switch (part) {
            case Part.Text text -> text.name() + type + ": " + text.value();
            case Part.File file -> file.name() + type + ": the file " + file.path();
        };
    }
}
