package dev.porchlight.core.rule;

import dev.porchlight.core.presence.Presence;

/** What one command does to a live presence, before its answer is worked out. */
sealed interface Step {
    record To(Presence next) implements Step {}

    record Refuse(Refusal refusal) implements Step {}
}
