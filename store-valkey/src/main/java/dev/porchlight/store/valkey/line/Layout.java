package dev.porchlight.store.valkey.line;

import io.lettuce.core.cluster.SlotHash;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which server is the primary of each slot. */
final class Layout {
    private final @Nullable Address[] slots;
    private final Set<Address> primaries;

    private Layout(@Nullable Address[] slots) {
        this.slots = slots;
        this.primaries = Arrays.stream(slots)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** One server has them all. */
    static Layout of(Address only) {
        return new Builder().put(0, SlotHash.SLOT_COUNT - 1, only).build();
    }

    /** Empty where no server has the slot: a cluster that is not whole. */
    Optional<Address> primary(int slot) {
        return Optional.ofNullable(slots[slot]);
    }

    Set<Address> primaries() {
        return primaries;
    }

    boolean isWhole() {
        return !Arrays.asList(slots).contains(null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Layout layout && Arrays.equals(slots, layout.slots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slots);
    }

    /** Takes ranges of slots. */
    static final class Builder {
        private final @Nullable Address[] slots = new @Nullable Address[SlotHash.SLOT_COUNT];

        Builder put(int first, int last, Address primary) {
            Arrays.fill(slots, first, last + 1, primary);
            return this;
        }

        Layout build() {
            return new Layout(slots);
        }
    }
}
