package dev.porchlight.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Folders byte by byte: what is in them, and how to damage them. */
final class Bytes {
    private Bytes() {}

    /** A digest of every file, and the name of every folder. */
    static Map<String, String> of(Path folder) {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                found.put(folder.relativize(path).toString(), Files.isDirectory(path) ? "" : digest(path));
            }
            return found;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    /** The largest file whose name ends so. */
    static Path largest(Path folder, String suffix) {
        return files(folder).stream()
                .filter(file -> file.getFileName().toString().matches(suffix))
                .max((one, other) ->
                        Long.compare(one.toFile().length(), other.toFile().length()))
                .orElseThrow(() -> new AssertionError("no " + suffix + " in " + files(folder)));
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void flip(Path file, int position) {
        rewrite(file, bytes -> {
            bytes[position] ^= (byte) 0xA5;
            return bytes;
        });
    }

    static void truncate(Path file, int length) {
        rewrite(file, bytes -> Arrays.copyOf(bytes, length));
    }

    private static void rewrite(Path file, UnaryOperator<byte[]> change) {
        try {
            Files.write(file, change.apply(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
