package dev.porchlight.server;

import dev.porchlight.server.rate.Plan;

/**
 * How many requests of an account are answered (docs/zoom-wire.md, Rate limits).
 *
 * @param plan whose limits hold
 */
public record RateSettings(Plan plan) {
    public static final RateSettings OFF = new RateSettings(Plan.NONE);
}
