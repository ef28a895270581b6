/** The commands that run a server. */
@NullMarked
package dev.porchlight.cli.serve;

import org.jspecify.annotations.NullMarked;
