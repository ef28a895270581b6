package dev.porchlight.reference.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** A site on disk. What lies in the folder already and has another name stays there. Safe for many threads. */
public final class SiteFolder implements BiConsumer<String, byte[]> {
    private final Path folder;
    private final Set<Path> made = ConcurrentHashMap.newKeySet();

    public SiteFolder(Path folder) {
        this.folder = folder;
    }

    /** Throws {@link UncheckedIOException} when the disk takes no more. */
    @Override
    public void accept(String address, byte[] bytes) {
        Path file = folder.resolve(address);
        try {
            if (made.add(file.getParent())) {
                Files.createDirectories(file.getParent());
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
