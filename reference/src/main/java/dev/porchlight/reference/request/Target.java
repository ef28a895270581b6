package dev.porchlight.reference.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a request goes.
 *
 * @param url encoded, without user, password and fragment
 * @param user what stood before an {@code @} in front of the host
 */
record Target(String url, Optional<String> user) {
    /** What Postman's runner makes of an address's text, with more pairs added to its query. */
    static Target of(String text, List<String> added) {
        String whole = text.strip();
        int scheme = whole.indexOf("://");
        String rest = cut(scheme < 0 ? whole : whole.substring(scheme + 3), '#');
        String beforeQuery = cut(rest, '?');
        String query = rest.length() > beforeQuery.length() ? rest.substring(beforeQuery.length() + 1) : "";
        String authority = cut(beforeQuery, '/');
        String path = beforeQuery.substring(authority.length());
        int at = authority.lastIndexOf('@');
        String pairs = Stream.concat(query.isEmpty() ? Stream.empty() : Stream.of(query), added.stream())
                .collect(Collectors.joining("&"));
        return new Target(
                (scheme < 0 ? "http" : whole.substring(0, scheme)) + "://"
                        + authority.substring(at + 1)
                        + Encoding.path(path.isEmpty() ? "/" : path)
                        + (pairs.isEmpty()
                                ? ""
                                : "?"
                                        + Encoding.query(
                                                Secrets.hiddenIn("?" + pairs).substring(1))),
                at < 0 ? Optional.empty() : Optional.of(cut(authority.substring(0, at), ':')));
    }

    private static String cut(String text, char at) {
        int end = text.indexOf(at);
        return end < 0 ? text : text.substring(0, end);
    }
}
