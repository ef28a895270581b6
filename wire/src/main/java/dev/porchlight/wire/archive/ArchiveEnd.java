package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import org.jspecify.annotations.Nullable;

/**
 * The last line, by which a file that was cut or changed is known.
 *
 * @param readings null in an export of before they were kept
 * @param passwords null in an export of before they were kept
 * @param grants null in an export of before they were kept
 * @param subscriptions null in an export of before they were exported
 * @param sha256 of all lines before this one, their line ends included, as lower-case hexadecimal digits
 */
public record ArchiveEnd(
        @Required Long accounts,
        @Required Long users,
        @Required Long apps,
        @Required Long tokens,
        @Required Long presences,
        @Required Long events,
        @Nullable Long readings,
        @Nullable Long passwords,
        @Nullable Long grants,
        @Nullable Long subscriptions,
        @Required String sha256) {}
