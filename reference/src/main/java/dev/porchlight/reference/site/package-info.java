/** The pages. */
@NullMarked
package dev.porchlight.reference.site;

import org.jspecify.annotations.NullMarked;
