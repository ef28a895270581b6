package dev.porchlight.store.embedded.folder;

import dev.porchlight.store.embedded.folder.FolderException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a backup says of its files, in the form that {@code sha256sum -c} reads.
 *
 * @param digests by path within the backup
 */
record Checksums(Map<String, String> digests) {
    static final String FILE = "checksums.sha256";

    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)?)");

    /** Of every file below the folder. */
    static Checksums of(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : Tree.files(folder)) {
            digests.put(name(folder, file), digest(file, OutputStream.nullOutputStream()));
        }
        return new Checksums(digests);
    }

    void write(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        digests.forEach(
                (name, digest) -> lines.append(digest).append("  ").append(name).append('\n'));
        Files.writeString(folder.resolve(FILE), lines);
    }

    static Checksums read(Path backup) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        // A byte for a letter: damage is then a line that does not match, and not a file that cannot be read.
        String text = Files.readString(backup.resolve(FILE), StandardCharsets.ISO_8859_1);
        for (String line : text.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw damaged(backup, FILE, "a line that is no checksum");
            }
            digests.put(matcher.group(2), matcher.group(1));
        }
        return new Checksums(digests);
    }

    /** Copies every file, and throws where one is not as it was when the backup was made. */
    void copy(Path backup, Path target) throws IOException {
        for (Path file : Tree.files(backup)) {
            String name = name(backup, file);
            if (!name.equals(FILE) && !digests.containsKey(name)) {
                throw damaged(backup, name, "it has no checksum");
            }
        }
        for (Map.Entry<String, String> file : digests.entrySet()) {
            Path from = backup.resolve(file.getKey());
            Path to = target.resolve(file.getKey());
            if (!Files.isRegularFile(from)) {
                throw damaged(backup, file.getKey(), "it is missing");
            }
            Files.createDirectories(to.getParent());
            try (OutputStream out = Files.newOutputStream(to)) {
                if (!digest(from, out).equals(file.getValue())) {
                    throw damaged(backup, file.getKey(), "its checksum differs");
                }
            }
            Tree.sync(to);
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String digest(Path file, OutputStream copy) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(copy);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static FolderException damaged(Path backup, String name, String how) {
        return new FolderException(
                Reason.DAMAGED,
                "The backup " + backup + " is damaged: " + name + ": " + how
                        + ". Nothing was restored. Use another backup.");
    }
}
