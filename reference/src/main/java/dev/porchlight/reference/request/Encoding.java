package dev.porchlight.reference.request;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as Postman's runner does it, which is less than RFC 3986 asks for. */
public final class Encoding {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED = "-_.~";

    private Encoding() {}

    static String path(String text) {
        return encoded(text, " \"<>`#?{}");
    }

    static String query(String text) {
        return encoded(text, " \"<>#'");
    }

    /** A name or value of a form: everything that is not unreserved (RFC 3986, 2.3), and a few signs less, as browsers do. */
    public static String field(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (octet & 0xff);
            if (sign < 0x80 && (Character.isLetterOrDigit(sign) || UNRESERVED.indexOf(sign) >= 0)) {
                encoded.append(sign);
            } else {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    /** An address for clients that take RFC 3986 at its word: what it does not allow is encoded, too. */
    public static String strict(String url) {
        StringBuilder strict = new StringBuilder(url.length());
        int authorityEnd = authorityEnd(url);
        for (int i = 0; i < url.length(); i++) {
            char sign = url.charAt(i);
            boolean stray = sign == '%' && !isEscape(url, i);
            if (i >= authorityEnd && (stray || "{}|\\^`[]\"<>".indexOf(sign) >= 0)) {
                strict.append('%').append(HEX.toHexDigits((byte) sign));
            } else {
                strict.append(sign);
            }
        }
        return strict.toString();
    }

    private static int authorityEnd(String url) {
        int start = url.indexOf("://");
        for (int i = start < 0 ? 0 : start + 3; i < url.length(); i++) {
            if ("/?".indexOf(url.charAt(i)) >= 0) {
                return i;
            }
        }
        return url.length();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }

    private static String encoded(String text, String signs) {
        StringBuilder encoded = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point <= 0x1f || point >= 0x7f || signs.indexOf(point) >= 0) {
                for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(HEX.toHexDigits(octet));
                }
            } else {
                encoded.append((char) point);
            }
        });
        return encoded.toString();
    }
}
