/** Tests that see the whole house; there is nothing here but tests. */
@NullMarked
package dev.porchlight.acceptance;

import org.jspecify.annotations.NullMarked;
