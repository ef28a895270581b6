package dev.porchlight.core.rule;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import java.time.Instant;

/**
 * The rules of presence: what the status is, why, and what follows from a command. Every method is pure; nothing is stored
 * or sent here.
 */
public final class Rules {
    private final RuleSettings settings;
    private final Declaring declaring;
    private final SigningIn signingIn;
    private final Claiming claiming;

    public Rules(RuleSettings settings) {
        this.settings = settings;
        this.declaring = new Declaring(settings);
        this.signingIn = new SigningIn(settings);
        this.claiming = new Claiming(settings);
    }

    public RuleSettings settings() {
        return settings;
    }

    /** What others see at {@code now} (semantics: The answer). */
    public Answer status(Presence presence, Instant now) {
        return asOf(presence, now).shown();
    }

    /** The presence at {@code now}: without what has ended, and with the answer that follows. */
    public Presence asOf(Presence presence, Instant now) {
        return Expiry.asOf(presence, now);
    }

    /** The same working as data: all that is live, what won, by which line, and when it next changes by itself. */
    public Explanation explain(Presence presence, Instant now) {
        Presence live = Expiry.asOf(presence, now);
        Working working = Working.of(live);
        return new Explanation(live.shown(), working.line(), working.claim(), live, Expiry.nextChange(live));
    }

    /** Whether an end has come that changes the answer: then a {@link Command.Tick} is to be decided first. */
    public boolean isDue(Presence presence, Instant now) {
        return Expiry.nextChange(presence, now) != null;
    }

    /** What follows from the command at {@code now} (semantics: Commands). */
    public Decision decide(Presence presence, Command command, Instant now) {
        Presence live = Expiry.asOf(presence, now);
        Step step = switch (command) {
            case Command.Declare declare -> declaring.declare(live, declare, now);
            case Command.Withdraw withdraw -> declaring.withdraw(live);
            case Command.Beat beat -> signingIn.beat(live, beat, now);
            case Command.Renew renew -> signingIn.renew(live, renew, now);
            case Command.SignOut signOut -> signingIn.signOut(live, signOut);
            case Command.Report report -> claiming.report(live, report, now);
            case Command.Release release -> claiming.release(live, release);
            case Command.Tick tick -> new Step.To(afterFirstEnd(presence, now));
        };
        return switch (step) {
            case Step.Refuse refuse -> new Decision.Refused(refuse.refusal());
            case Step.To to -> settle(presence, to.next(), command, now);
        };
    }

    private static Presence afterFirstEnd(Presence presence, Instant now) {
        Instant end = Expiry.nextChange(presence, now);
        return end == null ? presence : Expiry.asOf(presence, end);
    }

    private static Decision settle(Presence before, Presence changed, Command command, Instant now) {
        Presence answered =
                command instanceof Command.Tick ? changed : Expiry.answered(Expiry.withoutEnded(changed, now), now);
        boolean isNews = answered.shown().differsFrom(before.shown());
        // What passed unseen between the two is no change.
        Presence told = answered.withChangedAt(isNews ? now : before.changedAt());
        if (told.equals(before)) {
            return new Decision.Unchanged(before);
        }
        Presence next = told.withRevision(before.revision() + 1);
        return new Decision.Accepted(next, isNews ? event(before, next, command, now) : null, Expiry.nextChange(next));
    }

    private static PresenceEvent event(Presence before, Presence next, Command command, Instant now) {
        return new PresenceEvent(
                next.user(), next.revision(), next.shown(), before.shown().status(), now, cause(command));
    }

    private static Cause cause(Command command) {
        return switch (command) {
            case Command.Declare c ->
                new Cause(c.channel() == Command.Channel.API ? Cause.Kind.API : Cause.Kind.CLIENT, "", c.by());
            case Command.Withdraw c -> new Cause(Cause.Kind.WITHDRAWN, "", c.by());
            case Command.Beat c -> new Cause(Cause.Kind.SESSION, c.session(), c.by());
            case Command.Renew c -> new Cause(Cause.Kind.SESSION, c.session(), c.by());
            case Command.SignOut c -> new Cause(Cause.Kind.SIGNED_OUT, c.session(), c.by());
            case Command.Report c -> new Cause(Cause.Kind.CLAIMED, c.source(), c.by());
            case Command.Release c -> new Cause(Cause.Kind.RELEASED, c.source(), c.by());
            case Command.Tick c -> new Cause(Cause.Kind.TIME, "", "");
        };
    }
}
