package dev.porchlight.rows;

import dev.porchlight.engine.codec.DamagedRecordException;
import dev.porchlight.engine.port.StoreUnavailableException;
import java.util.function.Supplier;

/** Says which record is damaged. */
public final class Damage {
    private Damage() {}

    /** Decodes; a damaged record becomes a failure that names it. */
    public static <T> T named(String record, Supplier<T> decode) {
        try {
            return decode.get();
        } catch (DamagedRecordException e) {
            throw new StoreUnavailableException(
                    "The stored " + record + " is damaged: " + e.getMessage() + ". Restore a backup.", e);
        }
    }
}
