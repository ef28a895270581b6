/** What a command says to a person or a script, and where it runs. */
@NullMarked
package dev.porchlight.cli.terminal;

import org.jspecify.annotations.NullMarked;
