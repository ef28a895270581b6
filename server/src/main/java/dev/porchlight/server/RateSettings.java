package dev.porchlight.server;

/**
 * How many requests of an account are answered (docs/zoom-wire.md, Rate limits).
 *
 * @param plan whose limits hold
 */
public record RateSettings(Plan plan) {
    public static final RateSettings OFF = new RateSettings(Plan.NONE);

    /** What Zoom's customers pay for; {@code NONE} limits nothing. */
    public enum Plan {
        NONE,
        FREE,
        PRO,
        BUSINESS
    }
}
