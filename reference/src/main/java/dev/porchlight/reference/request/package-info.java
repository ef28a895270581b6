/** What an item sends, worked out once for all languages. */
@NullMarked
package dev.porchlight.reference.request;

import org.jspecify.annotations.NullMarked;
