/** A Postman collection as it was written, read without asking too much of it. */
@NullMarked
package dev.porchlight.reference.collection;

import org.jspecify.annotations.NullMarked;
