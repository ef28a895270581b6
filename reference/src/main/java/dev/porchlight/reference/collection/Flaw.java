package dev.porchlight.reference.collection;

/** Something in a collection that is not as the format has it: where, what was found, what was expected. */
public record Flaw(String path, String found, String expected) {
    @Override
    public String toString() {
        return path + ": " + found + " (expected: " + expected + ")";
    }
}
