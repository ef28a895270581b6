package dev.porchlight.reference.collection;

import java.util.List;

/** A folder with what lies in it, in the collection's order. */
public record Folder(Node node, String name, String description, List<Entry> entries) implements Entry {}
