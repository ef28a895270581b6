/**
 * What the engine asks of a store. The contracts are the tests in testkit; every store passes all of them. Where a store
 * cannot answer, a stage fails with {@link dev.porchlight.engine.port.StoreUnavailableException} and nothing has changed.
 */
@NullMarked
package dev.porchlight.engine.port;

import org.jspecify.annotations.NullMarked;
