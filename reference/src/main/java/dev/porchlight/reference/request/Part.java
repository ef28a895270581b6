package dev.porchlight.reference.request;

/** A part of a multipart body. {@code contentType} is empty when the part says none. */
public sealed interface Part {
    String name();

    String contentType();

    /** Text; it has no file name. */
    record Text(String name, String value, String contentType) implements Part {}

    /**
     * A file.
     *
     * @param path where it lies, as the collection has it; empty when none was chosen
     */
    record File(String name, String path, String contentType) implements Part {
        /** What the receiver is told. */
        public String fileName() {
            return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        }
    }
}
