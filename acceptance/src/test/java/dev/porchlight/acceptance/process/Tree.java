package dev.porchlight.acceptance.process;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder and all below it, to be compared. */
final class Tree {
    private Tree() {}

    /** The names of all files and folders, and the digests of the files' bytes. */
    static Map<String, String> digests(Path folder) throws IOException, NoSuchAlgorithmException {
        Map<String, String> digests = new TreeMap<>();
        for (Path path : paths(folder)) {
            digests.put(folder.relativize(path).toString(), Files.isDirectory(path) ? "folder" : digest(path));
        }
        return digests;
    }

    /** The largest file below whose name matches. */
    static Path largest(Path folder, String name) throws IOException {
        Path largest = null;
        for (Path path : paths(folder)) {
            if (path.getFileName().toString().matches(name)
                    && (largest == null || Files.size(path) > Files.size(largest))) {
                largest = path;
            }
        }
        if (largest == null) {
            throw new AssertionError("no file " + name + " in " + paths(folder));
        }
        return largest;
    }

    private static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder)).toList();
        }
    }

    private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return new BigInteger(1, digest).toString(16);
    }
}
