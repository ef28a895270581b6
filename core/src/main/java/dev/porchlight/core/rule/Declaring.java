package dev.porchlight.core.rule;

import dev.porchlight.core.command.Command.Channel;
import dev.porchlight.core.command.Command.Declare;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.presence.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Setting and withdrawing the declaration, in the order of semantics: Declare. */
record Declaring(RuleSettings settings) {

    Step declare(Presence live, Declare command, Instant now) {
        return notAllowed(live, command, now)
                .<Step>map(Step.Refuse::new)
                .orElseGet(() -> new Step.To(declared(live, command, now)));
    }

    Step withdraw(Presence live) {
        return new Step.To(live.withDeclaration(null));
    }

    private Optional<Refusal> notAllowed(Presence live, Declare command, Instant now) {
        return notSettable(command)
                .or(() -> notSignedIn(live))
                .or(() -> clientTooOld(live, command))
                .or(() -> tooSoon(live, command, now))
                .or(() -> durationOutOfRange(command));
    }

    private static Optional<Refusal> notSettable(Declare command) {
        return refuseIf(!command.status().settable(), new Refusal.NotSettable(command.status()));
    }

    private static Optional<Refusal> notSignedIn(Presence live) {
        return refuseIf(live.sessions().isEmpty(), new Refusal.NotSignedIn());
    }

    private Optional<Refusal> clientTooOld(Presence live, Declare command) {
        ClientVersion newest = live.sessions().stream()
                .map(Session::version)
                .max(ClientVersion::compareTo)
                .orElseThrow();
        Status from = live.shown().status();
        boolean everyClientCan =
                command.status() == Status.DO_NOT_DISTURB && (from == Status.AVAILABLE || from == Status.AWAY);
        return refuseIf(
                newest.olderThan(settings.settableFrom()) && !everyClientCan,
                new Refusal.ClientTooOld(newest, settings.settableFrom(), from, command.status()));
    }

    private Optional<Refusal> tooSoon(Presence live, Declare command, Instant now) {
        Instant updatedAt = live.updatedAt();
        if (command.channel() != Channel.API || updatedAt == null) {
            return Optional.empty();
        }
        // A clock that was put back must not close the window for longer than its length.
        Duration left = min(Duration.between(now, updatedAt.plus(settings.updateWindow())), settings.updateWindow());
        return refuseIf(
                left.isPositive(),
                new Refusal.TooSoon(left.plusNanos(999_999_999).toSeconds()));
    }

    private Optional<Refusal> durationOutOfRange(Declare command) {
        Integer minutes = command.minutes();
        if (command.status() != Status.DO_NOT_DISTURB || minutes == null) {
            return Optional.empty();
        }
        return refuseIf(
                minutes < 1 || minutes > settings.maxMinutes(),
                new Refusal.DurationOutOfRange(minutes, settings.maxMinutes()));
    }

    private Presence declared(Presence live, Declare command, Instant now) {
        Duration lasts = lasts(command);
        Instant until = lasts == null ? null : now.plus(lasts);
        Presence next = live.withDeclaration(new Declaration(command.status(), now, until, command.by()));
        return command.channel() == Channel.API ? next.withUpdatedAt(now) : next;
    }

    private @Nullable Duration lasts(Declare command) {
        return switch (command.status()) {
            case DO_NOT_DISTURB ->
                Duration.ofMinutes(command.minutes() == null ? settings.defaultMinutes() : command.minutes());
            case BUSY -> settings.busyLasts();
            case OUT_OF_OFFICE -> settings.outOfOfficeLasts();
            case PRESENTING, IN_A_ZOOM_MEETING, ON_A_CALL, IN_CALENDAR_EVENT, AVAILABLE, AWAY, OFFLINE -> null;
        };
    }

    private static Optional<Refusal> refuseIf(boolean refused, Refusal refusal) {
        return refused ? Optional.of(refusal) : Optional.empty();
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
