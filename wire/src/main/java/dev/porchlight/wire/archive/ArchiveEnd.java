package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;

/**
 * The last line, by which a file that was cut or changed is known.
 *
 * @param sha256 of all lines before this one, their line ends included, as lower-case hexadecimal digits
 */
public record ArchiveEnd(
        @Required Long accounts,
        @Required Long users,
        @Required Long apps,
        @Required Long tokens,
        @Required Long presences,
        @Required Long events,
        @Required String sha256) {}
