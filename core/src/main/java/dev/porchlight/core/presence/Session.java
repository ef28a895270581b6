package dev.porchlight.core.presence;

import java.time.Instant;

/**
 * One signed-in client of a user (semantics: Sessions, leases, grace). It is live while now is before its lease's end.
 *
 * @param id chosen by the client, unique among the user's sessions
 * @param platform a free word, such as desktop or mobile
 * @param since when it signed in
 * @param activitySince when it became active or idle
 * @param leaseUntil when it ends unless renewed
 */
public record Session(
        String id,
        String platform,
        ClientVersion version,
        Activity activity,
        Instant since,
        Instant activitySince,
        Instant leaseUntil) {

    public boolean active() {
        return activity == Activity.ACTIVE;
    }
}
