/** The samples that a request is printed as, a language each. */
@NullMarked
package dev.porchlight.reference.sample;

import org.jspecify.annotations.NullMarked;
