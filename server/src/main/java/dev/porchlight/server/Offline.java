package dev.porchlight.server;

import dev.porchlight.engine.Failures;
import dev.porchlight.engine.port.Store;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.server.archive.ArchiveException;
import dev.porchlight.server.archive.ArchiveFile;
import dev.porchlight.server.archive.Counts;
import dev.porchlight.store.embedded.EmbeddedStore;
import dev.porchlight.store.embedded.StoreOptions;
import dev.porchlight.store.embedded.folder.DataFolder;
import dev.porchlight.store.embedded.folder.FolderException;
import dev.porchlight.store.valkey.ValkeyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Fills a folder, or a shared store, while no server runs on it. Blocks. A {@link StartException} says in words why it cannot
 * be done; a folder is then as it was.
 */
public final class Offline {
    private Offline() {}

    /** The format of folders that this version writes. It reads older ones, too. */
    public static int folderFormat() {
        return DataFolder.MIGRATIONS.size() + 1;
    }

    /** Makes a folder of a backup. */
    public static void restore(Path backup, Path folder) {
        try {
            EmbeddedStore.restore(backup, folder);
        } catch (FolderException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Makes a folder of an export. The file is read twice: what was cut or changed is noticed before anything is made.
     *
     * @param folder absent or empty
     * @param progress is told the number of the line that was reached
     * @return what was imported, which is what the folder holds
     */
    public static Counts load(Path file, Path folder, LongConsumer progress) {
        Path draft = folder.resolveSibling("." + folder.getFileName() + ".import");
        try {
            isFree(folder);
            ArchiveFile archive = new ArchiveFile(file);
            archive.check();
            delete(draft);
            Counts counts = load(archive, draft, progress);
            Files.deleteIfExists(folder);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            return counts;
        } catch (ArchiveException e) {
            throw failed(draft, file + ": " + e.getMessage() + ". Nothing was imported.", e);
        } catch (FolderException e) {
            throw failed(draft, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw failed(draft, "Cannot import " + file + " into " + folder + ": " + e + ". Nothing was imported.", e);
        }
    }

    /**
     * Fills an empty shared store with an export, and compares. The file is read twice: what was cut or changed is noticed
     * before anything is stored.
     *
     * @param progress is told the number of the line that was reached
     * @return what was imported, which is what the store holds
     */
    public static Counts load(Path file, SharedSettings shared, LongConsumer progress) {
        try {
            ArchiveFile archive = new ArchiveFile(file);
            archive.check();
            try (ValkeyStore store = SharedStore.open(shared)) {
                isFree(store);
                return archive.load(store.archive(), progress);
            }
        } catch (ArchiveException e) {
            throw new StartException(file + ": " + e.getMessage() + ".", e);
        } catch (StoreUnavailableException | CompletionException e) {
            throw new StartException(
                    "Cannot import " + file + ": " + Failures.cause(e).getMessage(), e);
        } catch (IOException e) {
            throw new StartException("Cannot import " + file + ": " + e + ".", e);
        }
    }

    private static void isFree(Store store) {
        int accounts =
                store.directory().accounts().list().toCompletableFuture().join().size();
        if (accounts > 0) {
            throw new ArchiveException("the store has " + accounts + " accounts already (expected: none; another"
                    + " --valkey-prefix is empty). Nothing was imported");
        }
    }

    private static Counts load(ArchiveFile archive, Path draft, LongConsumer progress) throws IOException {
        try (EmbeddedStore store = EmbeddedStore.open(draft, StoreOptions.DEFAULTS)) {
            return archive.load(store.archive(), progress);
        }
    }

    private static void isFree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new ArchiveException("the folder " + folder + " is not empty (expected: a new or empty one)");
                }
            }
        }
    }

    private static StartException failed(Path draft, String message, Exception cause) {
        try {
            delete(draft);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return new StartException(message, cause);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
