/** Directory, grants and mail in one slot of the store: rows over hashes and sorted sets, changed by one script. */
@NullMarked
package dev.porchlight.store.valkey.dir;

import org.jspecify.annotations.NullMarked;
