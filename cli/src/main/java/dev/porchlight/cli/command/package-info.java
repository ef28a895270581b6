/** The commands that ask a server for something and print the answer. */
@NullMarked
package dev.porchlight.cli.command;

import org.jspecify.annotations.NullMarked;
