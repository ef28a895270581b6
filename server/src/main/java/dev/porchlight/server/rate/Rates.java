package dev.porchlight.server.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of accounts under one plan. What is counted is kept in memory: a restart forgets it, and so does an
 * account that has been quiet while many others were not.
 */
public final class Rates {
    private static final int MAX_ACCOUNTS = 10_000;

    private final Plan plan;
    private final InstantSource clock;
    private final Cache<String, Meters> accounts;

    public Rates(Plan plan, InstantSource clock) {
        this(plan, clock, MAX_ACCOUNTS);
    }

    Rates(Plan plan, InstantSource clock, int maxAccounts) {
        this.plan = plan;
        this.clock = clock;
        this.accounts = Caffeine.newBuilder().maximumSize(maxAccounts).build();
    }

    /**
     * One more request of the account.
     *
     * @param label null for a request that Zoom does not have
     * @return null where nothing is limited
     */
    public @Nullable Standing count(String account, @Nullable Label label) {
        return plan == Plan.NONE || label == null
                ? null
                : accounts.get(account, name -> new Meters(plan, clock)).count(label, clock.instant());
    }

    /** How many accounts are remembered. */
    long accounts() {
        accounts.cleanUp();
        return accounts.estimatedSize();
    }

    /** Begins anew, as after a restart. */
    public void forget() {
        accounts.invalidateAll();
    }
}
