package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What others are shown. Statuses in an export are spelled as PUT documents them. */
public record AnswerLine(
        @Required String status,
        @Required Instant since,
        @Nullable Instant until) {}
