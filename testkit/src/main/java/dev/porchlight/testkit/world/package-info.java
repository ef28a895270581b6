/**
 * A world in which one number decides everything: nodes with their own clocks, the wires between them and the store, the
 * people and those who watch them. Time is virtual, nothing is random, and each step is judged.
 */
@NullMarked
package dev.porchlight.testkit.world;

import org.jspecify.annotations.NullMarked;
