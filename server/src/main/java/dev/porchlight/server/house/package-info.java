/** What doors of both surfaces share: the way from a path to a user, and from an outcome to a reply. */
@NullMarked
package dev.porchlight.server.house;

import org.jspecify.annotations.NullMarked;
