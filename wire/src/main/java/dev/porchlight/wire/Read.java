package dev.porchlight.wire;

/** What became of reading a request: a value whose required fields are there, or the problem to answer with. */
public sealed interface Read<T> {

    /** The request, well formed. Whether its values make sense is for the reader to check. */
    record Good<T>(T value) implements Read<T> {}

    /** The body is not JSON, not an object, or a field is missing or of the wrong type. */
    record Bad<T>(Problem problem) implements Read<T> {}
}
