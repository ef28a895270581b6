package dev.porchlight.reference.sample;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds what a sample sent to what Postman's runner sends: method, path, query, the headers that the item names, the media
 * type, the credentials, and the body: a form by its fields, a multipart body by its parts, any other by its octets.
 */
final class Comparison {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** Signs that RFC 3986 allows nowhere: encoded or not, there is one way to read them. */
    private static final String NOWHERE = "{}|\\^`[]\"<>'";
    /** Those that need no encoding, encoded or not, are the same (RFC 3986, 6.2.2.2). */
    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");

    private final EdgeItem item;
    private final Wire sent;
    private final List<String> differences = new ArrayList<>();

    private Comparison(EdgeItem item, Wire sent) {
        this.item = item;
        this.sent = sent;
    }

    /** Empty when they are the same. */
    static List<String> differences(EdgeItem item, Wire sent) {
        Comparison comparison = new Comparison(item, sent);
        comparison.compare();
        return comparison.differences;
    }

    private void compare() {
        Wire truth = item.truth();
        same("method", truth.method(), sent.method());
        same("target", target(truth.target()), target(sent.target()));
        Set<String> names = new LinkedHashSet<>(item.headers());
        names.remove("Content-Type");
        truth.header("Authorization").ifPresent(value -> names.add("Authorization"));
        names.forEach(name -> same(name, header(truth, name), header(sent, name)));
        if (truth.header("Content-Type").isPresent()) {
            same("Content-Type", mediaType(truth), mediaType(sent));
        }
        body(truth);
    }

    private void body(Wire truth) {
        String type = mediaType(truth);
        if (type.startsWith("multipart/")) {
            same(
                    "parts",
                    parts(truth).toString(),
                    matched(parts(truth), parts(sent)).toString());
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            same("fields", fields(truth).toString(), fields(sent).toString());
        } else {
            same("body", truth.body(), sent.body());
        }
    }

    private static String header(Wire wire, String name) {
        String value = wire.header(name).orElse("(none)");
        if (!name.equals("Authorization")) {
            return value;
        }
        if (value.startsWith("Basic ")) {
            String credentials = new String(Base64.getDecoder().decode(value.substring(6)), StandardCharsets.UTF_8);
            return "Basic " + credentials.substring(0, credentials.indexOf(':'));
        }
        return value.startsWith("OAuth ") ? "OAuth" : value;
    }

    private static String mediaType(Wire wire) {
        return wire.header("Content-Type").orElse("(none)").replaceFirst("; ?boundary=.*", "");
    }

    private static String target(String target) {
        StringBuilder same = new StringBuilder();
        for (int i = 0; i < target.length(); i++) {
            char sign = target.charAt(i);
            if (sign == '%' && target.substring(i).matches("%[0-9A-Fa-f]{2}.*")) {
                char decoded = (char) Integer.parseInt(target.substring(i + 1, i + 3), 16);
                boolean stray = decoded == '%' && !target.substring(i + 3).matches("[0-9A-Fa-f]{2}.*");
                same.append(
                        stray || isTheSame(decoded)
                                ? String.valueOf(decoded)
                                : target.substring(i, i + 3).toUpperCase(java.util.Locale.ROOT));
                i += 2;
            } else {
                same.append(sign);
            }
        }
        // A user that was not filled in: whoever takes it for a name of a user encodes it.
        return UUID.matcher(same).replaceAll("(a UUID)").replace("/%3A", "/:");
    }

    private static boolean isTheSame(char decoded) {
        return NOWHERE.indexOf(decoded) >= 0
                || UNRESERVED.matcher(String.valueOf(decoded)).matches();
    }

    private static List<String> fields(Wire wire) {
        return Arrays.stream(wire.body().split("&", -1))
                .map(pair -> Arrays.stream(pair.split("=", 2))
                        .map(half -> URLDecoder.decode(half, StandardCharsets.UTF_8))
                        .toList()
                        .toString())
                .toList();
    }

    private record Part(String name, String fileName, String type, String content) {
        /** How a client may write a quote or a backslash in a name is a matter of taste. */
        boolean isSent(Part other) {
            return (name.equals(other.name)
                            || name.equals(other.name.replace("%22", "\""))
                            || name.equals(other.name.replaceAll("\\\\(.)", "$1")))
                    && fileName.equals(other.fileName)
                    && type.equals(other.type)
                    && content.equals(other.content);
        }
    }

    /** Each part as the truth has it where it is the same. */
    private static List<Part> matched(List<Part> truth, List<Part> sent) {
        List<Part> matched = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            boolean same = i < truth.size() && truth.get(i).isSent(sent.get(i));
            matched.add(same ? truth.get(i) : sent.get(i));
        }
        return matched;
    }

    private static List<Part> parts(Wire wire) {
        String type = wire.header("Content-Type").orElse("");
        int at = type.indexOf("boundary=");
        if (at < 0) {
            return List.of();
        }
        String boundary = type.substring(at + 9).replace("\"", "");
        String[] pieces = ("\r\n" + wire.body()).split(Pattern.quote("\r\n--" + boundary), -1);
        return Arrays.stream(pieces)
                .skip(1)
                .filter(piece -> piece.startsWith("\r\n"))
                .map(piece -> part(piece.substring(2)))
                .toList();
    }

    private static Part part(String text) {
        int end = text.startsWith("\r\n") ? 0 : text.indexOf("\r\n\r\n");
        String head = text.substring(0, end);
        return new Part(
                parameter(head, "name"),
                head.contains("filename=") ? "file " + parameter(head, "filename") : "",
                head.lines()
                        .filter(line -> line.regionMatches(true, 0, "Content-Type:", 0, 13))
                        .map(line -> line.substring(13).strip())
                        .findFirst()
                        .orElse(""),
                text.substring(end + 4));
    }

    private static String parameter(String head, String name) {
        var found = Pattern.compile("[; ]" + name + "=\"(.*?)\"(?=;|\r?$|\r\n)", Pattern.MULTILINE)
                .matcher(head);
        if (found.find()) {
            return found.group(1);
        }
        found = Pattern.compile("[; ]" + name + "=([^;\r\n]*)").matcher(head);
        return found.find() ? found.group(1) : "";
    }

    private void same(String what, String truth, String found) {
        if (!Objects.equals(truth, found)) {
            differences.add(what + ": " + shown(found) + " (expected: " + shown(truth) + ")");
        }
    }

    private static String shown(String text) {
        return text.length() < 600 ? text : text.substring(0, 600) + "… " + text.length() + " octets";
    }
}
