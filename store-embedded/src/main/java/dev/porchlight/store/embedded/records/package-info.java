/** The engine's ports over the tables: what each record is called, how it is found again, and what changes with it. */
@NullMarked
package dev.porchlight.store.embedded.records;

import org.jspecify.annotations.NullMarked;
