package dev.porchlight.reference.request;

/** A name with a value: a header, or a field of a form. */
public record Parameter(String name, String value) {}
