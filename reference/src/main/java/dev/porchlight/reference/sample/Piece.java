package dev.porchlight.reference.sample;

/** A stretch of a body that a sample writes itself. */
public sealed interface Piece {
    /** Text as it is. */
    record Text(String content) implements Piece {}

    /** What is in a file. */
    record File(String path) implements Piece {}
}
