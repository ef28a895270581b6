/** The load: wrk with a script of ours, the same for every server. */
@NullMarked
package dev.porchlight.bench.load;

import org.jspecify.annotations.NullMarked;
