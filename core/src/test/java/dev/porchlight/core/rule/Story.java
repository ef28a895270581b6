package dev.porchlight.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.command.Command.Beat;
import dev.porchlight.core.command.Command.Channel;
import dev.porchlight.core.command.Command.Declare;
import dev.porchlight.core.command.Command.Release;
import dev.porchlight.core.command.Command.Report;
import dev.porchlight.core.command.Command.SignOut;
import dev.porchlight.core.command.Command.Tick;
import dev.porchlight.core.command.Command.Withdraw;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One user's presence as time goes on, committed as the corridor would: what is due first, then the command. The methods
 * that read as deeds fail the test if the deed is refused; {@link #tell} hands back the decision instead.
 */
final class Story {
    static final UserKey ADA = new UserKey("default", "ada");
    static final Instant START = Instant.parse("2026-03-27T04:00:00Z");
    static final Duration DAY = Duration.ofHours(24);
    static final String BOT = "app:bot";
    /** More than there can be ends: 50 sessions, 20 claims and a declaration. */
    private static final int MANY = 100;

    final Rules rules;
    final List<PresenceEvent> events = new ArrayList<>();
    Presence presence = Presence.none(ADA);
    Instant now = START;

    Story(RuleSettings settings) {
        rules = new Rules(settings);
    }

    /** Of somebody of whom nothing was ever stored. */
    static Story begin() {
        return new Story(RuleSettings.DEFAULTS);
    }

    /** With one active client, {@code laptop}, for a day. */
    static Story signedIn() {
        return begin().active("laptop");
    }

    Story after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Story afterSeconds(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    Story active(String session) {
        return active(session, DAY);
    }

    Story active(String session, Duration lease) {
        return done(beat(session, "5.13.3", Activity.ACTIVE, lease));
    }

    Story idle(String session) {
        return idle(session, DAY);
    }

    Story idle(String session, Duration lease) {
        return done(beat(session, "5.13.3", Activity.IDLE, lease));
    }

    Story client(String session, String version) {
        return done(beat(session, version, Activity.ACTIVE, DAY));
    }

    Story signOut(String session) {
        return done(new SignOut(session, "user:ada"));
    }

    /** The user's own client sets the status; the minute does not matter. */
    Story declare(Status status) {
        return done(byClient(status, null));
    }

    Story doNotDisturb(int minutes) {
        return done(byClient(Status.DO_NOT_DISTURB, minutes));
    }

    /** An app sets the status through the API. */
    Story update(Status status) {
        return done(byApi(status, null));
    }

    Story withdraw() {
        return done(new Withdraw(BOT));
    }

    Story claim(String source, Status status) {
        return done(new Report(source, status, null, BOT));
    }

    Story claim(String source, Status status, Duration lasts) {
        return done(new Report(source, status, now.plus(lasts), BOT));
    }

    Story release(String source) {
        return done(new Release(source, BOT));
    }

    /** Carries out all that is due, one tick after the other. */
    Story ring() {
        int ticks = 0;
        while (tell(new Tick()) instanceof Decision.Accepted) {
            assertThat(++ticks).as("ticks at one instant").isLessThan(MANY);
        }
        return this;
    }

    /** Whatever becomes of it. */
    Story play(Move move) {
        after(move.gap()).tell(move.at(now));
        return this;
    }

    Story play(List<Move> history) {
        history.forEach(this::play);
        return this;
    }

    private Story done(Command command) {
        if (tell(command) instanceof Decision.Refused(Refusal refusal)) {
            fail("%s was refused: %s", command, refusal);
        }
        return this;
    }

    /** Carries out what is due, then the command. */
    Decision tell(Command command) {
        if (!(command instanceof Tick) && rules.isDue(presence, now)) {
            ring();
            assertThat(rules.isDue(presence, now))
                    .as("still due after all ticks")
                    .isFalse();
        }
        return commit(rules.decide(presence, command, now));
    }

    /** Why the command is not allowed now; fails if it is. */
    Refusal refusal(Command command) {
        return tell(command) instanceof Decision.Refused(Refusal refusal) ? refusal : fail("%s was allowed", command);
    }

    private Decision commit(Decision decision) {
        if (decision instanceof Decision.Accepted accepted) {
            presence = accepted.next();
            if (accepted.event() != null) {
                events.add(accepted.event());
            }
        }
        return decision;
    }

    Answer answer() {
        return rules.status(presence, now);
    }

    Status status() {
        return answer().status();
    }

    Explanation why() {
        return rules.explain(presence, now);
    }

    static Declare byApi(Status status, Integer minutes) {
        return new Declare(status, minutes, Channel.API, BOT);
    }

    static Declare byClient(Status status, Integer minutes) {
        return new Declare(status, minutes, Channel.CLIENT, "user:ada");
    }

    static Beat beat(String session, String version, Activity activity, Duration lease) {
        return new Beat(session, "desktop", new ClientVersion(version), activity, lease, "user:ada");
    }
}
