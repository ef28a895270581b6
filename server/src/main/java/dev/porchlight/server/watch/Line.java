package dev.porchlight.server.watch;

/** The way to one watcher, whatever the protocol. Used on the connection's event loop only. */
interface Line {

    /** Gives one message to the connection, which may hold it until the {@link #flush}. */
    void send(Encoded message);

    /** Sends what the connection was given. What is on its way already is not waited for. */
    void flush();

    /** Whether so much is on its way that more should wait. */
    boolean isFull();

    /** Calls once when it is no longer full. */
    void whenRoomy(Runnable call);

    /** Asks for a sign of life, where the protocol has one. */
    void ping();

    void close(Parting parting);
}
