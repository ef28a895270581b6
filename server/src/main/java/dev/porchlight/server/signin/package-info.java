/** Who sits at a browser: passwords, sign-ins, and the pages on which people allow apps something. */
@NullMarked
package dev.porchlight.server.signin;

import org.jspecify.annotations.NullMarked;
