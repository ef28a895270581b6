package dev.porchlight.bench.peers.server;

import dev.porchlight.bench.peers.speech.Contacts;
import java.util.ArrayList;
import java.util.List;

/** What XMPP keeps with both: whom a user watches, and who may watch the user. */
final class Rosters {
    private Rosters() {}

    /** One of a user's contacts, and who of the two watches: {@code to}, {@code from} or {@code both}. */
    record Item(int user, String subscription) {}

    static List<Item> of(Contacts contacts, int user) {
        return switch (contacts) {
            case Contacts.Ring ring -> watched(ring, user, "both");
            case Contacts.Star star when user > 0 -> watched(star, user, "to");
            case Contacts.Star star -> watchers(star);
        };
    }

    private static List<Item> watched(Contacts contacts, int user, String subscription) {
        List<Item> items = new ArrayList<>();
        for (int place = 0; place < contacts.watchedBy(user); place++) {
            items.add(new Item(contacts.at(user, place), subscription));
        }
        return items;
    }

    private static List<Item> watchers(Contacts.Star star) {
        List<Item> items = new ArrayList<>();
        for (int watcher = 1; watcher <= star.watchers(); watcher++) {
            items.add(new Item(watcher, "from"));
        }
        return items;
    }
}
