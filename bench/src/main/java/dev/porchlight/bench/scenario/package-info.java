/** What is measured, one class for each scenario. */
@NullMarked
package dev.porchlight.bench.scenario;

import org.jspecify.annotations.NullMarked;
