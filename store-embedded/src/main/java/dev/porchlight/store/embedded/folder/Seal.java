package dev.porchlight.store.embedded.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * What the database's files were at a clean stop. RocksDB takes a manifest that ends early for one that was still being
 * written, as after a crash, and opens what it knew by then; after a clean stop nothing was being written, and whatever is
 * shorter or other than it was is damage. The next open breaks the seal, so after a crash there is none.
 *
 * @param files by name: the length, and a checksum of all but tables, which hold their own
 */
record Seal(Map<String, String> files) {
    static final String FILE = "sealed";

    /** Writes it for a database that is closed. A folder without one is as good, and only less is known of it. */
    static void write(Path folder) throws IOException {
        Path next = folder.resolve(FILE + ".next");
        try {
            Files.writeString(next, of(folder.resolve(DataFolder.DATABASE)).text(), StandardCharsets.UTF_8);
            Tree.sync(next);
            Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            Tree.sync(folder);
        } catch (IOException e) {
            Files.deleteIfExists(next);
            throw e;
        }
    }

    /** What is not as it was when the folder was sealed; empty as well where it was not. */
    static Optional<String> broken(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, String> now = of(folder.resolve(DataFolder.DATABASE)).files;
        List<String> lines =
                Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            if (words.length < 2) {
                return Optional.of(
                        "its file " + FILE + " has the line \"" + line + "\" (expected: a name, then a length)");
            } else if (!words[1].equals(now.get(words[0]))) {
                return Optional.of("its file " + words[0] + " is not what it was when the folder was closed (expected: "
                        + words[1] + ", found: " + now.getOrDefault(words[0], "none") + ")");
            }
        }
        return lines.isEmpty() ? Optional.of("its file " + FILE + " is empty") : Optional.empty();
    }

    /** Before anything changes, durably: a seal that outlived a change would call it damage. */
    static void remove(Path folder) throws IOException {
        if (Files.deleteIfExists(folder.resolve(FILE))) {
            Tree.sync(folder);
        }
    }

    private static Seal of(Path database) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : Tree.files(database)) {
            String name = String.valueOf(file.getFileName());
            String sum = name.endsWith(".sst") ? "" : " " + sum(file);
            files.put(name, Files.size(file) + sum);
        }
        return new Seal(files);
    }

    private static String sum(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), sum)) {
            in.skipNBytes(Files.size(file));
        }
        return Long.toHexString(sum.getValue());
    }

    private String text() {
        return files.entrySet().stream()
                .map(file -> file.getKey() + " " + file.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
