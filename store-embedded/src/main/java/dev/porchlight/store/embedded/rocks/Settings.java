package dev.porchlight.store.embedded.rocks;

import dev.porchlight.rows.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBufferManager;
import org.rocksdb.util.StdErrLogger;

/** How RocksDB is set up, and the native memory that it shares among all tables. */
final class Settings implements AutoCloseable {
    static {
        RocksDB.loadLibrary();
    }

    private static final long MEBIBYTE = 1024 * 1024;

    /** What a start after a crash reads again, at most; it takes well under a second. */
    private static final long LOG_BYTES = 64 * MEBIBYTE;

    /** What is rewritten soon is not worth the time. */
    private static final List<CompressionType> COMPRESSION = List.of(
            CompressionType.NO_COMPRESSION,
            CompressionType.NO_COMPRESSION,
            CompressionType.LZ4_COMPRESSION,
            CompressionType.LZ4_COMPRESSION,
            CompressionType.LZ4_COMPRESSION,
            CompressionType.LZ4_COMPRESSION,
            CompressionType.LZ4_COMPRESSION);

    /**
     * Buffers so small that they stay in the processor's cache: a row finds its place in one of 2 MiB in less than half of the
     * time that it needs in one of 16, which was a sixth of all that a PUT costs.
     */
    private static final int BUFFER_SHARE = 128;

    /** Small buffers make small files: more of them gather before they are compacted. */
    private static final int FRESH_FILES = 16;

    private static final int OPEN_FILES = 512;

    private final List<AutoCloseable> natives = new ArrayList<>();
    private final DBOptions options;
    private final ColumnFamilyOptions looked;
    private final ColumnFamilyOptions scanned;

    /** @param memory bytes of native memory for cached blocks and for what is not yet flushed, together */
    Settings(long memory) {
        LRUCache cache = own(new LRUCache(memory));
        WriteBufferManager buffers = own(new WriteBufferManager(memory / 4, cache));
        StdErrLogger logger = own(new StdErrLogger(InfoLogLevel.FATAL_LEVEL, "RocksDB: "));
        options = own(verifyingLogs())
                .setParanoidChecks(true)
                // A record cut off at the end of the log was never acknowledged. Damage anywhere before it is an error.
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setMaxTotalWalSize(LOG_BYTES)
                .setWriteBufferManager(buffers)
                .setMaxBackgroundJobs(2)
                .setMaxOpenFiles(OPEN_FILES)
                .setBytesPerSync(MEBIBYTE)
                .setMaxManifestFileSize(4 * MEBIBYTE)
                .setStatsDumpPeriodSec(0)
                .setStatsPersistPeriodSec(0)
                // There is one writer, which has nobody to wait for.
                .setAllowConcurrentMemtableWrite(false)
                .setEnableWriteThreadAdaptiveYield(false);
        // Without a logger RocksDB writes log files into the folder, even where it only reads.
        options.setLogger(logger);
        looked = family(table(cache).setFilterPolicy(own(new BloomFilter(10))), memory)
                .setMemtablePrefixBloomSizeRatio(0.02)
                .setMemtableWholeKeyFiltering(true);
        scanned = family(table(cache), memory);
    }

    /** A setting that Java has no method for: a log that is missing or cut off between others is an error. */
    private static DBOptions verifyingLogs() {
        Properties properties = new Properties();
        properties.setProperty("track_and_verify_wals_in_manifest", "true");
        return Objects.requireNonNull(DBOptions.getDBOptionsFromProps(properties), "a setting that RocksDB knows");
    }

    DBOptions options() {
        return options;
    }

    /** Those of a format. */
    List<ColumnFamilyDescriptor> families(int format) {
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        for (Table table : Families.of(format)) {
            families.add(new ColumnFamilyDescriptor(
                    Families.name(table),
                    switch (table) {
                        case META,
                                PRESENCE,
                                ACCOUNT,
                                USER,
                                EMAIL,
                                APP,
                                TOKEN,
                                GRANT,
                                PASSWORD,
                                SIGNING_KEY,
                                SUBSCRIPTION,
                                DELIVERY -> looked;
                        case ALARM, OUTBOX, HISTORY, READING, INDEX -> scanned;
                    }));
        }
        return families;
    }

    private static BlockBasedTableConfig table(LRUCache cache) {
        return new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setCacheIndexAndFilterBlocks(true)
                .setCacheIndexAndFilterBlocksWithHighPriority(true)
                .setFormatVersion(6);
    }

    private ColumnFamilyOptions family(BlockBasedTableConfig table, long memory) {
        return own(new ColumnFamilyOptions())
                .setTableFormatConfig(table)
                .setCompressionPerLevel(COMPRESSION)
                .setWriteBufferSize(memory / BUFFER_SHARE)
                .setMaxWriteBufferNumber(8)
                .setLevel0FileNumCompactionTrigger(FRESH_FILES)
                .setLevel0SlowdownWritesTrigger(3 * FRESH_FILES)
                .setLevel0StopWritesTrigger(4 * FRESH_FILES)
                .setTargetFileSizeBase(32 * MEBIBYTE);
    }

    private <T extends AutoCloseable> T own(T nativeObject) {
        natives.add(nativeObject);
        return nativeObject;
    }

    @Override
    public void close() {
        for (AutoCloseable nativeObject : natives.reversed()) {
            close(nativeObject);
        }
    }

    private static void close(AutoCloseable nativeObject) {
        try {
            nativeObject.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
