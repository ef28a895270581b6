package dev.porchlight.core.rule;

import dev.porchlight.core.command.Command.Release;
import dev.porchlight.core.command.Command.Report;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Setting and releasing the claims of sources (semantics: Commands). */
record Claiming(RuleSettings settings) {

    Step report(Presence live, Report command, Instant now) {
        if (!command.status().settable()) {
            return new Step.Refuse(new Refusal.NotSettable(command.status()));
        }
        Instant until = command.until();
        if (until != null && !until.isAfter(now)) {
            return new Step.Refuse(new Refusal.EndNotInFuture(until, now));
        }
        List<Claim> claims = without(live, command.source());
        if (claims.size() >= settings.maxClaims()) {
            return new Step.Refuse(new Refusal.TooManyClaims(settings.maxClaims()));
        }
        claims.add(new Claim(command.source(), command.status(), since(live, command, now), until));
        return new Step.To(live.withClaims(claims));
    }

    Step release(Presence live, Release command) {
        return new Step.To(live.withClaims(without(live, command.source())));
    }

    private static Instant since(Presence live, Report command, Instant now) {
        return live.claim(command.source())
                .filter(claim -> claim.status() == command.status())
                .map(Claim::since)
                .orElseGet(() -> Starts.afterDeclaration(live, now));
    }

    private static List<Claim> without(Presence live, String source) {
        List<Claim> others = new ArrayList<>(live.claims());
        others.removeIf(claim -> claim.source().equals(source));
        return others;
    }
}
