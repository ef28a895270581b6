/** Settings: one definition, read from options, variables and a file. */
@NullMarked
package dev.porchlight.cli.setting;

import org.jspecify.annotations.NullMarked;
