/** Where the log goes. */
@NullMarked
package dev.porchlight.cli.log;

import org.jspecify.annotations.NullMarked;
