package dev.porchlight.core.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a client, compared number by number: 5.10.0 is newer than 5.3.0 and 5.3 is as new as 5.3.0 (semantics:
 * Declare 2). What follows the numbers, as in {@code 5.13.3 (12345)}, is kept for show and ignored in comparison, so two
 * versions that compare as equal need not be equal.
 *
 * @param text as the client wrote it, at most {@value #MAX_LENGTH} characters, beginning with a number
 */
public record ClientVersion(String text) implements Comparable<ClientVersion> {
    public static final int MAX_LENGTH = 64;

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,7}");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException when it does not begin with a number or is too long
     */
    public ClientVersion {
        if (!isValid(text)) {
            throw new IllegalArgumentException("version: \"" + text
                    + "\" (expected: numbers parted by dots, such as 5.13.3, at most " + MAX_LENGTH + " characters)");
        }
    }

    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && NUMBERS.matcher(text).lookingAt();
    }

    @Override
    public int compareTo(ClientVersion other) {
        List<Integer> mine = numbers();
        List<Integer> theirs = other.numbers();
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            int order = Integer.compare(part(mine, i), part(theirs, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    public boolean olderThan(ClientVersion other) {
        return compareTo(other) < 0;
    }

    private List<Integer> numbers() {
        Matcher matcher = NUMBERS.matcher(text);
        List<Integer> numbers = new ArrayList<>();
        if (matcher.lookingAt()) {
            for (String number : matcher.group().split("\\.", -1)) {
                numbers.add(Integer.parseInt(number));
            }
        }
        return numbers;
    }

    private static int part(List<Integer> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
