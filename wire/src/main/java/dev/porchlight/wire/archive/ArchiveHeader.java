package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;

/**
 * The first line.
 *
 * @param format of the lines that follow; {@value #FORMAT} is the only one so far
 * @param madeAt what follows is as it was then
 */
public record ArchiveHeader(
        @Required Integer format, @Required Instant madeAt) {
    public static final int FORMAT = 1;
}
