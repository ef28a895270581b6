package dev.porchlight.bench.soak;

import java.io.IOException;
import java.net.URI;

/** The server under the soak. */
public interface Ground {

    /** Where it is now. */
    URI uri();

    /** The administrator's token. */
    String token();

    /** Ends it without a warning, and answers when another is there over the same data. */
    void restart() throws IOException, InterruptedException;
}
