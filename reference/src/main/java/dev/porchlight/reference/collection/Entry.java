package dev.porchlight.reference.collection;

/** A line of a collection's contents. */
public sealed interface Entry permits Folder, Item {
    String name();

    Node node();

    /** In Markdown, as it was written. */
    String description();
}
