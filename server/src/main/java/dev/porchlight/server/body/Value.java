package dev.porchlight.server.body;

/** What a field holds. A JSON null is not a value: the field is absent. */
public sealed interface Value {

    /** Text of a form's field, or a JSON string. */
    record Text(String text) implements Value {}

    /** A JSON number, as it was written. */
    record Numeral(String digits) implements Value {}

    /**
     * Something that no field of a flat body can hold.
     *
     * @param found in words, such as {@code a file}
     */
    record Unusable(String found) implements Value {}
}
