package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;

/**
 * A change in the history.
 *
 * @param before the status shown until then
 * @param cause what happened, in lower case
 * @param subject the session or source concerned, empty where there is none
 * @param by who did it, empty for the passing of time
 */
public record EventLine(
        @Required String account,
        @Required String user,
        @Required Long revision,
        @Required AnswerLine answer,
        @Required String before,
        @Required Instant at,
        @Required String cause,
        @Required String subject,
        @Required String by) {}
