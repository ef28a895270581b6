package dev.porchlight.rows;

import dev.porchlight.engine.codec.DamagedRecordException;
import dev.porchlight.engine.port.StoreUnavailableException;
import java.nio.BufferUnderflowException;
import java.util.Objects;
import java.util.function.Supplier;

/** Says which record is damaged. */
public final class Damage {
    private Damage() {}

    /** Decodes; a damaged record becomes a failure that names it. */
    public static <T> T named(String record, Supplier<T> decode) {
        try {
            return decode.get();
        } catch (DamagedRecordException
                | BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            // All but the first of what stands in front of the record, where the row is too short for it.
            throw new StoreUnavailableException(
                    "The stored " + record + " is damaged: "
                            + Objects.requireNonNullElse(e.getMessage(), "it is cut off") + ". Restore a backup.",
                    e);
        }
    }
}
