package dev.porchlight.cli.serve;

import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import dev.porchlight.server.StartException;

/** Starts a server, or says why not. */
final class Starting {
    private Starting() {}

    static Porchlight start(Settings settings) {
        try {
            return Porchlight.start(settings);
        } catch (StartException e) {
            throw new Failure(String.valueOf(e.getMessage()), "");
        }
    }
}
