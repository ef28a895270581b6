/** The commands that copy a whole folder, or fill one. */
@NullMarked
package dev.porchlight.cli.folder;

import org.jspecify.annotations.NullMarked;
