/** Real servers for tests: Redis or Valkey processes on free ports, Sentinels, clusters, and links that can be cut. */
@NullMarked
package dev.porchlight.testkit.valkey;

import org.jspecify.annotations.NullMarked;
