/** Reference pages from Postman collections. */
@NullMarked
package dev.porchlight.cli.reference;

import org.jspecify.annotations.NullMarked;
