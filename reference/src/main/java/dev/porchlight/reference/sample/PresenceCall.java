package dev.porchlight.reference.sample;

import dev.porchlight.reference.request.Body;
import dev.porchlight.reference.request.Parameter;
import dev.porchlight.reference.request.Part;
import dev.porchlight.reference.request.ResolvedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the two requests for presence statuses, as Porchlight's client makes them.
 *
 * @param base the server's address
 * @param status the constant of the status to set; empty to ask for it
 * @param minutes how long; {@code null}, as it is written, when nothing is said
 * @param isMultipart whether the fields are the parts of a form
 */
public record PresenceCall(String base, String user, String status, String minutes, boolean isMultipart) {
    private static final Pattern ADDRESS = Pattern.compile("(.+)/v2/users/([^/?]+)/presence_status");
    private static final Set<String> STATUSES = Set.of(
            "AVAILABLE",
            "AWAY",
            "BUSY",
            "DO_NOT_DISTURB",
            "IN_A_ZOOM_MEETING",
            "IN_CALENDAR_EVENT",
            "ON_A_CALL",
            "OUT_OF_OFFICE",
            "PRESENTING");

    /** Empty for other requests, and for those that the client would send otherwise. */
    static Optional<PresenceCall> of(ResolvedRequest request) {
        Matcher address = ADDRESS.matcher(request.url());
        if (!address.matches()) {
            return Optional.empty();
        }
        return switch (request.method()) {
            case "GET" -> Optional.of(new PresenceCall(address.group(1), address.group(2), "", "null", false));
            case "PUT" -> set(address, request.body());
            default -> Optional.empty();
        };
    }

    private static Optional<PresenceCall> set(Matcher address, Body body) {
        if (!(body instanceof Body.Multipart form)) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        for (Parameter field : fields(form.parts())) {
            fields.put(field.name(), field.value());
        }
        String status =
                fields.getOrDefault("status", "").toUpperCase(Locale.ROOT).replace("DO_NO_", "DO_NOT_");
        String minutes = fields.getOrDefault("duration", "null");
        return STATUSES.contains(status) && minutes.matches("null|[0-9]{1,4}")
                ? Optional.of(new PresenceCall(address.group(1), address.group(2), status, minutes, true))
                : Optional.empty();
    }

    private static List<Parameter> fields(List<Part> parts) {
        return parts.stream()
                .filter(Part.Text.class::isInstance)
                .map(part -> new Parameter(part.name(), ((Part.Text) part).value()))
                .toList();
    }
}
