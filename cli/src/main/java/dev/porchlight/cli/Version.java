package dev.porchlight.cli;

import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.server.Offline;
import dev.porchlight.wire.archive.ArchiveHeader;
import picocli.CommandLine.Command;

/** {@code porchlight version}: which Porchlight this is, on which Java. */
@Command(
        name = "version",
        description = "Print the version, that of Java, and those of the formats that it writes.",
        footer = {"  porchlight version", "  porchlight --version"})
final class Version implements Runnable {
    private final Surroundings surroundings;

    Version(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        for (String line : lines()) {
            surroundings.out().println(line);
        }
    }

    static String[] lines() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "Porchlight " + (version == null ? "from its sources" : version),
            "Java " + Runtime.version() + " (" + System.getProperty("java.vm.vendor", "unknown vendor") + ")",
            "Format of the folder: " + Offline.folderFormat() + "; of an export: " + ArchiveHeader.FORMAT
        };
    }
}
