package dev.porchlight.reference.site;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/** Gives each page an address of its own, made of names. The same collection gets the same addresses. */
final class Addresses {
    private static final int LONGEST_NAME = 60;
    /** File systems and browsers have limits: below, an address goes on from a number instead of its folders' names. */
    private static final int LONGEST = 240;

    private final Set<String> taken = new HashSet<>();

    /** @param parent the address of what it lies in, empty or ending with a slash */
    String below(String parent, String name) {
        String start = parent.length() <= LONGEST ? parent : shortened(parent);
        String word = word(name);
        String address = start + word + "/";
        for (int next = 2; !taken.add(address); next++) {
            address = start + word + "-" + next + "/";
        }
        return address;
    }

    private static String shortened(String parent) {
        CRC32 number = new CRC32();
        number.update(parent.getBytes(StandardCharsets.UTF_8));
        return parent.substring(0, parent.indexOf('/') + 1) + Long.toHexString(number.getValue()) + "/";
    }

    private static String word(String name) {
        String letters = Normalizer.normalize(name.substring(0, Math.min(name.length(), 400)), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", "-");
        String cut = letters.codePointCount(0, letters.length()) <= LONGEST_NAME
                ? letters
                : letters.substring(0, letters.offsetByCodePoints(0, LONGEST_NAME));
        String word = cut.replaceAll("^-+|-+$", "");
        return word.isEmpty() ? "item" : word;
    }
}
