package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.codec.DamagedRecordException;
import dev.porchlight.engine.port.StoreUnavailableException;
import java.nio.BufferUnderflowException;
import java.util.function.Supplier;

/** Says of what cannot be read what it is. */
final class Damage {
    private Damage() {}

    static <T> T named(String what, Supplier<T> decode) {
        try {
            return decode.get();
        } catch (DamagedRecordException | BufferUnderflowException | IllegalArgumentException e) {
            throw new StoreUnavailableException("The " + what + " is damaged in the store: " + e.getMessage(), e);
        }
    }
}
