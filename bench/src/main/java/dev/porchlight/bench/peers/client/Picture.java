package dev.porchlight.bench.peers.client;

import dev.porchlight.bench.peers.speech.Contacts;
import java.util.Arrays;

/**
 * What the watchers have been told, and what they should have been told. A user's answers are numbered; a pair of a watcher
 * and a user is current while the watcher has been told the newest.
 */
public final class Picture {
    private final Contacts contacts;
    private final long[] newest;
    private final long[] changedAt;
    private final int[] current;
    private final long[][] told;
    private final long pairs;
    private final Times times = new Times();
    private boolean learning = true;
    private long currentPairs;
    private long lastAt;

    Picture(Contacts contacts) {
        int users = contacts.users();
        this.contacts = contacts;
        this.newest = new long[users];
        this.changedAt = new long[users];
        this.current = new int[users];
        this.told = new long[users][];
        Arrays.setAll(told, user -> new long[contacts.watchedBy(user)]);
        this.pairs = contacts.pairs();
    }

    /** The number of the newest answer of a user; 0 where none is known. */
    long newest(int user) {
        return newest[user];
    }

    /** Whether every watcher knows the newest of all whom it watches. */
    public boolean isCurrent() {
        return currentPairs == pairs;
    }

    /** When a watcher was last told what it did not know, by {@link System#nanoTime}. */
    public long lastAt() {
        return lastAt;
    }

    /** From each change to each watcher that was told of it, since {@link #measure}. */
    public Times times() {
        return times;
    }

    /** Forgets the times so far. From here on an answer that nobody has foreseen is an error. */
    public void measure() {
        learning = false;
        times.clear();
    }

    /** The user is about to change. Answers the number of the new answer. */
    long change(int user, long now) {
        currentPairs -= current[user];
        current[user] = 0;
        changedAt[user] = now;
        return ++newest[user];
    }

    /** The watchers know nothing any more; the numbers go on. */
    void forget() {
        learning = true;
        currentPairs = 0;
        Arrays.fill(current, 0);
        for (long[] of : told) {
            Arrays.fill(of, 0);
        }
    }

    /** The watcher was told. What it knows already, and users whom it does not watch, count for nothing. */
    void told(int watcher, int user, long number, long at) {
        int place = contacts.place(watcher, user);
        if (place < 0 || number <= told[watcher][place]) {
            return;
        }
        told[watcher][place] = number;
        if (number > newest[user]) {
            learn(user, number);
        }
        if (number == newest[user]) {
            current[user]++;
            currentPairs++;
            lastAt = at;
            times.add(at - changedAt[user]);
        }
    }

    private void learn(int user, long number) {
        if (!learning) {
            throw new IllegalStateException(
                    "user " + user + " has an answer " + number + " (expected: at most " + newest[user] + ")");
        }
        currentPairs -= current[user];
        current[user] = 0;
        newest[user] = number;
    }

    /** For people. */
    @Override
    public String toString() {
        return "%,d of %,d pairs current".formatted(currentPairs, pairs);
    }
}
