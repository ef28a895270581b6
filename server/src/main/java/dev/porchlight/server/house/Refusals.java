package dev.porchlight.server.house;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.rule.Refusal;
import dev.porchlight.engine.Outcome;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.Problem;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Turns the engine's outcomes into replies: the one place that knows Zoom's codes for the rules of presence. */
public final class Refusals {
    private Refusals() {}

    /** The reply to an outcome; {@code done} makes it where the command holds. */
    public static Reply reply(Outcome outcome, Function<Presence, Reply> done) {
        return switch (outcome) {
            case Outcome.Done held -> done.apply(held.presence());
            case Outcome.Refused refused -> refused(refused.refusal());
            case Outcome.Contended contended ->
                Problems.unavailable(
                        "others changed this user " + contended.attempts() + " times meanwhile. Try again.");
        };
    }

    private static Reply refused(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotSignedIn r ->
                updateFailed(r, "the user is not signed in (expected: at least one client with a live session)");
            case Refusal.ClientTooOld r -> updateFailed(r, tooOld(r));
            case Refusal.TooSoon r -> tooSoon(r);
            case Refusal.DurationOutOfRange r ->
                invalid(r, "duration", Integer.toString(r.minutes()), "1 to " + r.max() + " minutes");
            case Refusal.NotSettable r ->
                invalid(
                        r,
                        "status",
                        StatusNames.PUT.name(r.status()),
                        "a status that can be set; Offline follows from absence");
            case Refusal.TooManySessions r -> tooMany(r, "session", r.max() + " live sessions of a user at most");
            case Refusal.TooManyClaims r -> tooMany(r, "source", r.max() + " live claims of a user at most");
            case Refusal.LeaseOutOfRange r ->
                invalid(r, "lease", seconds(r.lease()), seconds(r.min()) + " to " + seconds(r.max()) + " seconds");
            case Refusal.EndNotInFuture r -> invalid(r, "until", r.until().toString(), "an instant after " + r.now());
        };
    }

    private static String tooOld(Refusal.ClientTooOld refusal) {
        return "the user's newest client is " + refusal.newest() + ", which cannot go from "
                + StatusNames.PUT.name(refusal.from()) + " to " + StatusNames.PUT.name(refusal.to())
                + " (expected: client "
                + refusal.needed() + " or newer, or a change from Available or Away to Do_Not_Disturb)";
    }

    private static Reply updateFailed(Refusal refusal, String why) {
        Problem problem = new Problem(
                5301,
                "Request to update the presence status of this user failed.",
                List.of(new Problem.FieldError("status", "status: " + why)));
        return Problems.problem(400, problem, refusal.rule());
    }

    private static Reply tooSoon(Refusal.TooSoon refusal) {
        return Problems.problem(
                        429,
                        429,
                        "Too many requests submitted to update the presence status of this user. "
                                + "Please wait for the request to be processed and try again later.",
                        refusal.rule())
                .with("Retry-After", Long.toString(refusal.secondsLeft()));
    }

    private static Reply tooMany(Refusal refusal, String field, String expected) {
        return invalid(refusal, field, "one more", expected);
    }

    private static Reply invalid(Refusal refusal, String field, String found, String expected) {
        return Problems.invalid(List.of(Problem.FieldError.of(field, found, expected)))
                .refusedBy(refusal.rule());
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
