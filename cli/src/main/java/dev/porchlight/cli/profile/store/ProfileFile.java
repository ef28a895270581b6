package dev.porchlight.cli.profile.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The file with all profiles. Nobody but its owner may read it: it is written so, and refused otherwise. A change is written to
 * a file beside it and moved into place, under a lock, so that two commands at once lose nothing.
 */
final class ProfileFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VARIABLE = "PORCHLIGHT_PROFILES";
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final Path path;

    ProfileFile(Surroundings surroundings) {
        this.path = place(surroundings);
    }

    Path path() {
        return path;
    }

    /** All profiles by name, in a map that may be changed. */
    Map<String, Profile> read() {
        if (Files.notExists(path)) {
            return new TreeMap<>();
        }
        try {
            refuseOthers();
            Map<String, Profile> profiles = new TreeMap<>();
            JsonNode all = JSON.readTree(Files.readAllBytes(path)).path("profiles");
            all.properties()
                    .forEach(entry -> profiles.put(entry.getKey(), ProfileJson.read(entry.getKey(), entry.getValue())));
            return profiles;
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(
                    "Cannot read the profiles in " + path + ": " + e.getMessage(),
                    "Mend the file, or remove it and sign in again.");
        }
    }

    /** Changes all that there is; nobody else does meanwhile. */
    void change(Consumer<Map<String, Profile>> change) {
        try {
            Files.createDirectories(folder(), ownerOnly("rwx------"));
            Path lock = path.resolveSibling(path.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(
                            lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly("rw-------"));
                    FileLock held = channel.lock()) {
                if (held.isValid()) {
                    Map<String, Profile> all = read();
                    change.accept(all);
                    write(all);
                }
            }
        } catch (IOException e) {
            throw new Failure("Cannot write the profiles to " + path + ": " + e + ".", "May you write there?");
        }
    }

    private void write(Map<String, Profile> profiles) throws IOException {
        ObjectNode file = JSON.createObjectNode();
        ObjectNode all = file.putObject("profiles");
        profiles.forEach((name, profile) -> all.set(name, ProfileJson.write(profile)));
        Path beside = Files.createTempFile(folder(), "profiles", ".json", ownerOnly("rw-------"));
        try {
            Files.write(beside, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file));
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void refuseOthers() throws IOException {
        if (!isPosix()) {
            return;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
        if (rights.stream().anyMatch(OTHERS::contains)) {
            throw new Failure(
                    "Others may read " + path + " (" + PosixFilePermissions.toString(rights)
                            + "), which holds secrets.",
                    "Take that away with: chmod 600 " + path);
        }
    }

    private FileAttribute<?>[] ownerOnly(String rights) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private Path folder() {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    private static Path place(Surroundings surroundings) {
        String given = surroundings.variables().getOrDefault(VARIABLE, "");
        if (!given.isEmpty()) {
            return surroundings.folder().resolve(given);
        }
        String config = surroundings.variables().getOrDefault("XDG_CONFIG_HOME", "");
        String home = surroundings.variables().getOrDefault("HOME", System.getProperty("user.home", "."));
        Path base = config.isEmpty() ? Path.of(home, ".config") : Path.of(config);
        return base.resolve("porchlight").resolve("profiles.json");
    }
}
