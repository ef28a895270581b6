/** What the documents for people tell them to type, typed. */
@NullMarked
package dev.porchlight.acceptance.docs;

import org.jspecify.annotations.NullMarked;
