/** The rules of presence (docs/semantics.md), as pure functions: same arguments, same answer. */
@NullMarked
package dev.porchlight.core.rule;

import org.jspecify.annotations.NullMarked;
