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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Setting and withdrawing the declaration, in the order of semantics: Declare. */
record Declaring(RuleSettings settings) {

    Step declare(Presence live, Declare command, Instant now) {
        Refusal refusal = refusal(live, command, now);
        return refusal == null ? new Step.To(declared(live, command, now)) : new Step.Refuse(refusal);
    }

    Step withdraw(Presence live) {
        return new Step.To(live.withDeclaration(null));
    }

    private @Nullable Refusal refusal(Presence live, Declare command, Instant now) {
        Status from = live.shown().status();
        Status to = command.status();
        if (!to.settable()) {
            return new Refusal.NotSettable(to);
        }
        if (live.sessions().isEmpty()) {
            return new Refusal.NotSignedIn();
        }
        ClientVersion newest = newest(live.sessions());
        if (newest.olderThan(settings.settableFrom()) && !everyClientCan(from, to)) {
            return new Refusal.ClientTooOld(newest, settings.settableFrom(), from, to);
        }
        Duration left = command.channel() == Channel.API ? windowLeft(live.updatedAt(), now) : Duration.ZERO;
        if (left.isPositive()) {
            return new Refusal.TooSoon(left.plusNanos(999_999_999).toSeconds());
        }
        Integer minutes = command.minutes();
        if (to == Status.DO_NOT_DISTURB && minutes != null && (minutes < 1 || minutes > settings.maxMinutes())) {
            return new Refusal.DurationOutOfRange(minutes, settings.maxMinutes());
        }
        return null;
    }

    private static ClientVersion newest(List<Session> sessions) {
        ClientVersion newest = sessions.getFirst().version();
        for (Session session : sessions) {
            newest = newest.olderThan(session.version()) ? session.version() : newest;
        }
        return newest;
    }

    private static boolean everyClientCan(Status from, Status to) {
        return to == Status.DO_NOT_DISTURB && (from == Status.AVAILABLE || from == Status.AWAY);
    }

    private Duration windowLeft(@Nullable Instant updatedAt, Instant now) {
        if (updatedAt == null) {
            return Duration.ZERO;
        }
        Duration passed = Duration.between(updatedAt, now);
        // A clock that was put back must not keep the window closed until the old time comes round again; one that is
        // behind by less than the window may be another node's, and there the minute still counts.
        boolean over = passed.abs().compareTo(settings.updateWindow()) >= 0;
        return over ? Duration.ZERO : settings.updateWindow().minus(passed);
    }

    private Presence declared(Presence live, Declare command, Instant now) {
        Duration lasts = lasts(command);
        Instant until = lasts == null ? null : now.plus(lasts);
        Instant since = Starts.ofDeclaration(live, now);
        Presence next = live.withDeclaration(new Declaration(command.status(), since, until, command.by()));
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
}
