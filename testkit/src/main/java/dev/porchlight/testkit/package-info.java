/** Contract tests for the ports, the store in memory and the simulated world. */
@NullMarked
package dev.porchlight.testkit;

import org.jspecify.annotations.NullMarked;
