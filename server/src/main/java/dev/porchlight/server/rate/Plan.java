package dev.porchlight.server.rate;

/** What Zoom's customers pay for, and how many requests each plan allows (zoom-wire: Rate limits of an account). */
public enum Plan {
    /** Limits nothing. */
    NONE {
        @Override
        Allowance allows(Label label) {
            throw new IllegalStateException("nothing is counted without a plan");
        }
    },
    FREE {
        @Override
        Allowance allows(Label label) {
            return switch (label) {
                case LIGHT -> Allowance.perSecond(4).daily(6_000);
                case MEDIUM -> Allowance.perSecond(2).daily(2_000);
                case HEAVY -> Allowance.perSecond(1).daily(1_000);
                case RESOURCE_INTENSIVE -> Allowance.perMinute(10).daily(30_000);
            };
        }
    },
    PRO {
        @Override
        Allowance allows(Label label) {
            return switch (label) {
                case LIGHT -> Allowance.perSecond(30);
                case MEDIUM -> Allowance.perSecond(20);
                case HEAVY -> Allowance.perSecond(10).daily(30_000);
                case RESOURCE_INTENSIVE -> Allowance.perMinute(10).daily(30_000);
            };
        }
    },
    BUSINESS {
        @Override
        Allowance allows(Label label) {
            return switch (label) {
                case LIGHT -> Allowance.perSecond(80);
                case MEDIUM -> Allowance.perSecond(60);
                case HEAVY -> Allowance.perSecond(40).daily(60_000);
                case RESOURCE_INTENSIVE -> Allowance.perMinute(20).daily(60_000);
            };
        }
    };

    abstract Allowance allows(Label label);

    /** With whom a label shares its day: those who pay have one for all that is heavy. */
    Label day(Label label) {
        return this != FREE && label == Label.RESOURCE_INTENSIVE ? Label.HEAVY : label;
    }
}
