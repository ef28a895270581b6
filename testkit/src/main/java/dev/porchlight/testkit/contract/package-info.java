/** The contracts of the ports, as tests. A store's own test extends {@link dev.porchlight.testkit.contract.StoreContract}. */
@NullMarked
package dev.porchlight.testkit.contract;

import org.jspecify.annotations.NullMarked;
