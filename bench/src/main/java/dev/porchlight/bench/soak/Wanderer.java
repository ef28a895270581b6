package dev.porchlight.bench.soak;

import dev.porchlight.wire.StatusReply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** A watcher on a bad network: it is cut off, reads slowly, leaves, comes back, and watches others from time to time. */
final class Wanderer implements Runnable {
    private static final int CONTACTS = 18;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Shared shared;
    private final SplittableRandom dice;
    private final Picture picture = new Picture();
    private final Set<String> contacts = new LinkedHashSet<>();

    private enum Mood {
        CUT,
        LEAVE,
        SLEEP,
        CHANGE_CONTACTS
    }

    Wanderer(Shared shared, SplittableRandom dice) {
        this.shared = shared;
        this.dice = dice;
        choose(CONTACTS);
    }

    @Override
    public void run() {
        try {
            shared.pause(dice.nextInt(2_000));
            while (!shared.over) {
                connected();
                shared.pause(dice.nextInt(1_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            shared.wrong("a watcher failed: " + e);
        }
    }

    /** One connection, until somebody ends it. */
    private void connected() throws InterruptedException {
        try (Peer peer = new Peer(shared.ground.uri(), shared.ground.token(), "")) {
            shared.connections.incrementAndGet();
            peer.say(picture.watch(contacts));
            boolean stays = true;
            while (stays && !shared.over) {
                hear(peer, dice.nextInt(1_000, 30_000));
                stays = shared.calm || act(peer);
            }
        } catch (Peer.Closed closed) {
            if (closed.code() / 100 == 44) {
                shared.wrong("a watcher was sent away for good: " + closed.getMessage());
            }
        } catch (IOException broken) {
            // The network is bad: that is what this is about.
            shared.pause(1);
        }
    }

    private void hear(Peer peer, int millis) throws IOException {
        long until = System.nanoTime() + millis * 1_000_000L;
        while (!shared.over && (shared.calm || System.nanoTime() < until)) {
            String message = peer.next(LOOK);
            if (message != null && picture.hear(message).isPresent()) {
                shared.told.incrementAndGet();
            }
        }
    }

    /** Answers whether the connection is still there. */
    private boolean act(Peer peer) throws IOException, InterruptedException {
        Mood mood = Mood.values()[dice.nextInt(Mood.values().length)];
        switch (mood) {
            case CUT -> peer.cut();
            case LEAVE -> peer.leave();
            case SLEEP -> shared.pause(dice.nextInt(500, 5_000));
            case CHANGE_CONTACTS -> changeContacts(peer);
        }
        return mood != Mood.CUT && mood != Mood.LEAVE;
    }

    private void changeContacts(Peer peer) throws IOException {
        List<String> all = new ArrayList<>(contacts);
        List<String> leaving = all.subList(0, CONTACTS / 3);
        String names = "\"" + String.join("\",\"", leaving) + "\"";
        peer.say("{\"unwatch\":[" + names + "]}");
        leaving.forEach(contacts::remove);
        // What may still be on its way of these is believed later: whoever comes back to them begins anew.
        leaving.forEach(picture::forget);
        choose(CONTACTS);
        peer.say(picture.watch(contacts));
    }

    private void choose(int wanted) {
        while (contacts.size() < Math.min(wanted, shared.people.size())) {
            contacts.add(shared.people.get(dice.nextInt(shared.people.size())).id());
        }
    }

    /** Of those it watches, what it shows otherwise than it is. */
    List<String> differences(List<StatusReply> truth) {
        return truth.stream()
                .filter(reply -> contacts.contains(reply.user()) && !picture.shows(reply))
                .map(reply -> "a watcher believes " + picture.of(reply.user()) + ", the store says " + reply)
                .toList();
    }
}
