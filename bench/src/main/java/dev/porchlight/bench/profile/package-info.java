/** Where the time goes: the hottest methods of a recorded run. */
@NullMarked
package dev.porchlight.bench.profile;

import org.jspecify.annotations.NullMarked;
