package dev.porchlight.store.embedded.folder;

import java.nio.file.Path;
import org.rocksdb.RocksDBException;

/** One step from a format to the next. It may run again after a crash in the middle, so it must come to the same end twice. */
public interface Migration {
    /** Changes the database in the folder, which nobody else has open. */
    void run(Path database) throws RocksDBException;
}
