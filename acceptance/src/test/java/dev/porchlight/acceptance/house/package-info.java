/** The rules of the house, as tests: who may see whom, and who may read the clock. */
@NullMarked
package dev.porchlight.acceptance.house;

import org.jspecify.annotations.NullMarked;
