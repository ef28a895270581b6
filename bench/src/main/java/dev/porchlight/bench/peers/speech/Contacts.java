package dev.porchlight.bench.peers.speech;

/** Who watches whom. Users are numbered from 0 and have one connection each. */
public sealed interface Contacts permits Contacts.Ring, Contacts.Star {

    int users();

    /** How many the user watches. */
    int watchedBy(int user);

    /** The user whom that user watches in that place, counted from 0. */
    int at(int watcher, int place);

    /** The place of a user among those whom the watcher watches; -1 for one whom it does not. */
    int place(int watcher, int user);

    /** A word that no other contacts have. */
    String label();

    /** All pairs of a watcher and a user whom it watches. */
    default long pairs() {
        long pairs = 0;
        for (int user = 0; user < users(); user++) {
            pairs += watchedBy(user);
        }
        return pairs;
    }

    /**
     * Everybody watches the nearest on both sides, who watch back.
     *
     * @param each how many these are; even
     */
    record Ring(int users, int each) implements Contacts {
        public Ring {
            if (each % 2 != 0 || each >= users) {
                throw new IllegalArgumentException(
                        "each: " + each + " (expected: an even number below that of the users, " + users + ")");
            }
        }

        @Override
        public int watchedBy(int user) {
            return each;
        }

        @Override
        public int at(int watcher, int place) {
            int side = each / 2;
            return Math.floorMod(watcher + (place < side ? place - side : place - side + 1), users);
        }

        @Override
        public int place(int watcher, int user) {
            int side = each / 2;
            int distance = Math.floorMod(user - watcher, users);
            if (distance >= 1 && distance <= side) {
                return side + distance - 1;
            }
            return distance >= users - side ? distance - users + side : -1;
        }

        @Override
        public String label() {
            return "ring" + users;
        }
    }

    /** Everybody watches user 0, who watches nobody. */
    record Star(int watchers) implements Contacts {
        @Override
        public int users() {
            return watchers + 1;
        }

        @Override
        public int watchedBy(int user) {
            return user == 0 ? 0 : 1;
        }

        @Override
        public int at(int watcher, int place) {
            return 0;
        }

        @Override
        public int place(int watcher, int user) {
            return user == 0 && watcher != 0 ? 0 : -1;
        }

        @Override
        public String label() {
            return "star" + watchers;
        }
    }
}
