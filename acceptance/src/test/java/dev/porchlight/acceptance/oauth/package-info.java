/** People sign in with a browser. */
@NullMarked
package dev.porchlight.acceptance.oauth;

import org.jspecify.annotations.NullMarked;
