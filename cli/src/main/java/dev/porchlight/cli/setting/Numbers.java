package dev.porchlight.cli.setting;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers within limits. */
public class Numbers implements ITypeConverter<Integer> {
    private final int least;
    private final int most;

    Numbers(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public Integer convert(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw expected(text);
        }
        throw expected(text);
    }

    private TypeConversionException expected(String text) {
        return new TypeConversionException("'" + text + "' (expected: " + least + " to " + most + ")");
    }

    static final class Port extends Numbers {
        Port() {
            super(0, 65_535);
        }
    }

    static final class Threads extends Numbers {
        Threads() {
            super(1, 1_024);
        }
    }

    /** Of a Do_Not_Disturb. */
    public static final class Minutes extends Numbers {
        public Minutes() {
            super(1, 1_440);
        }
    }
}
