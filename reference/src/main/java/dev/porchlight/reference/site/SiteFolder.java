package dev.porchlight.reference.site;

import dev.porchlight.reference.collection.Flaw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/** A site on disk. What lies in the folder already and has another name stays there. */
public record SiteFolder(Path folder) {
    /**
     * Writes all of it.
     *
     * @param progress is told how many items are done
     * @return the flaws of items that could not be shown
     * @throws UncheckedIOException when the disk takes no more
     */
    public List<Flaw> write(Site site, IntConsumer progress) {
        Set<Path> made = ConcurrentHashMap.newKeySet();
        return site.write(
                (address, bytes) -> {
                    Path file = folder.resolve(address);
                    try {
                        if (made.add(file.getParent())) {
                            Files.createDirectories(file.getParent());
                        }
                        Files.write(file, bytes);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                progress);
    }
}
