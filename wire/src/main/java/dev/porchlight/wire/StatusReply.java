package dev.porchlight.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What others see of one user. Of two replies about a user the one with the higher revision is the newer.
 *
 * @param user the id
 * @param until the end of the declaration or claim that shows, where it has one
 */
public record StatusReply(
        @Required String user,
        @Required String status,
        @Required Instant since,
        @Nullable Instant until,
        long revision) {}
