package dev.porchlight.reference.collection;

/** Thrown where a flaw leaves nothing to go on with: of a collection, or of one of its items. */
public final class FlawedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Flaw flaw;

    public FlawedException(Flaw flaw) {
        super(flaw.toString());
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }
}
