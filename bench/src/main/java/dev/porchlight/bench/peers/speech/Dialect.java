package dev.porchlight.bench.peers.speech;

/** How clients speak with one kind of server. */
public interface Dialect {

    /**
     * A user's connection.
     *
     * @param number of the answer that the user's return makes, where {@link #announces()}
     */
    Talk talk(int user, Contacts contacts, long number, Ear ear);

    /** What is said for a user to change, to the answer of that number. */
    byte[] change(int user, Contacts contacts, long number);

    /** Whether coming back is a change: others are told of a user because it is connected. */
    default boolean announces() {
        return false;
    }

    /** How many connections of their own carry the changes; 0 where each user's connection does. */
    default int writers() {
        return 0;
    }

    /** One of these connections. */
    default Talk writer() {
        throw new IllegalStateException("users of this dialect change on their own connections");
    }

    /** Where a user's connection says what it has heard, and what it has to say to that. */
    interface Ear {
        void told(int user, long number);

        void say(byte[] bytes);
    }

    /** One side of a conversation. */
    interface Talk {
        /** Said first. */
        byte[] opening();

        /** Listens to what the server says. Answers the position up to which it was whole, and was taken. */
        int hear(byte[] bytes, int from, int to);

        /** Whether the handshakes are over. */
        boolean isIn();
    }
}
