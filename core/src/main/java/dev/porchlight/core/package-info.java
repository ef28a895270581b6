/** The rules of presence. Pure: no clock, no storage, no network. */
@NullMarked
package dev.porchlight.core;

import org.jspecify.annotations.NullMarked;
