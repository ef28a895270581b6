package dev.porchlight.server.archive;

import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.engine.port.Archive.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** An export in a file. */
public record ArchiveFile(Path path) {
    private static final int BATCH = 1000;

    /**
     * Reads the file and holds it against its end.
     *
     * @throws ArchiveException with the line, when it was cut or changed
     */
    public Counts check() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return ArchiveReader.read(in, (line, item) -> {});
        }
    }

    /**
     * Puts everything into a store, and compares what is there afterwards with what the file holds. The store is half
     * filled after a failure: throw it away then.
     *
     * @param progress is told the number of the line that was reached
     * @throws ArchiveException with the line, when the store does not take it
     */
    public Counts load(Archive archive, LongConsumer progress) throws IOException {
        Loading loading = new Loading(archive, progress);
        try (InputStream in = Files.newInputStream(path)) {
            Counts read = ArchiveReader.read(in, loading::take);
            loading.flush();
            Counts kept = count(archive);
            if (!kept.equals(read)) {
                throw new ArchiveException("The store holds " + kept + " (expected: " + read + ")");
            }
            return kept;
        }
    }

    private static Counts count(Archive archive) {
        Counts[] counts = {Counts.NONE};
        archive.forEach(item -> counts[0] = counts[0].with(item));
        return counts[0];
    }

    private static final class Loading {
        private final Archive archive;
        private final LongConsumer progress;
        private final List<Item> batch = new ArrayList<>(BATCH);
        private long last;

        Loading(Archive archive, LongConsumer progress) {
            this.archive = archive;
            this.progress = progress;
        }

        void take(long line, Item item) {
            batch.add(item);
            last = line;
            if (batch.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            List<Written> answers = archive.load(batch).toCompletableFuture().join();
            for (int at = 0; at < answers.size(); at++) {
                if (answers.get(at) != Written.DONE) {
                    throw ArchiveException.at(last - batch.size() + 1 + at, "the store answers " + answers.get(at));
                }
            }
            batch.clear();
            progress.accept(last);
        }
    }
}
