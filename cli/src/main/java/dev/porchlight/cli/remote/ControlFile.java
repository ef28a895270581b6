package dev.porchlight.cli.remote;

import dev.porchlight.wire.Control;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Read;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a running server leaves in its folder for commands on the same machine. */
final class ControlFile {
    private static final String NAME = "control.json";
    private static final int CONNECT_MILLIS = 2_000;

    private ControlFile() {}

    /** Of the server that runs on the folder; empty when none does, even if its file is left. */
    static Optional<Control> in(Path data) {
        Path file = data.resolve(NAME);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Json.read(Files.readAllBytes(file), Control.class) instanceof Read.Good<Control> control
                    ? Optional.of(control.value()).filter(ControlFile::runs)
                    : Optional.empty();
        } catch (IOException e) {
            // Removed just now: the folder's lock tells the truth.
            return Optional.empty();
        }
    }

    // A number of a process says little: in a container it is the same each time.
    private static boolean runs(Control control) {
        return ProcessHandle.of(control.pid()).map(ProcessHandle::isAlive).orElse(false)
                && listens(URI.create(control.url()));
    }

    private static boolean listens(URI url) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
