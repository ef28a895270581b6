/** What can go wrong, as a closed family of records. */
@NullMarked
package dev.porchlight.client.problem;

import org.jspecify.annotations.NullMarked;
