/** The data folder: who may open it, what format it is in, and whether it is whole. Nothing in it changes before that is known. */
@NullMarked
package dev.porchlight.store.embedded.folder;

import org.jspecify.annotations.NullMarked;
