package dev.porchlight.cli;

import java.nio.file.Path;

/** Commands on a folder that no server runs on: each opens it for its own length. */
class OfflineCommandsTest extends CommandsContract {
    @Override
    Shell shell(Path home) {
        return new Shell(home);
    }
}
