package dev.porchlight.cli.setting;

import dev.porchlight.server.rate.Plan;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code free}, {@code pro}, {@code business} or {@code none}. */
final class PlanReader implements ITypeConverter<Plan> {
    @Override
    public Plan convert(String text) {
        for (Plan plan : Plan.values()) {
            if (plan.name().toLowerCase(Locale.ROOT).equals(text)) {
                return plan;
            }
        }
        throw new TypeConversionException("'" + text + "' (expected: free, pro, business or none)");
    }

    /** Reads {@code zoom}: the plan of whoever names none. */
    static final class Profile implements ITypeConverter<Plan> {
        @Override
        public Plan convert(String text) {
            if (text.equals("zoom")) {
                return Plan.PRO;
            }
            throw new TypeConversionException("'" + text + "' (expected: zoom)");
        }
    }
}
