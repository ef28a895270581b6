/** The command line as processes of their own: signals, exit statuses, one folder between several of them. */
@NullMarked
package dev.porchlight.acceptance.command;

import org.jspecify.annotations.NullMarked;
