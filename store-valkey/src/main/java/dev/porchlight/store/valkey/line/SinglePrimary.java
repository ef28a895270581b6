package dev.porchlight.store.valkey.line;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One server, or a list of a primary and its replicas: whoever says that it is the primary is. */
final class SinglePrimary implements Locator {
    static final Comparator<Role> MORE_PRIMARY =
            Comparator.comparingInt(Role::replicas).thenComparingLong(Role::offset);

    private final Dial dial;
    private final List<Address> addresses;

    SinglePrimary(Dial dial, List<Address> addresses) {
        this.dial = dial;
        this.addresses = addresses;
    }

    @Override
    public CompletionStage<Layout> locate() {
        return Gathering.of(addresses.stream()
                        .map(address -> Role.of(dial, address))
                        .toList())
                .thenApply(roles -> Layout.of(roles.stream()
                        .filter(Role::isPrimary)
                        .max(MORE_PRIMARY)
                        .orElseThrow(() -> new IllegalStateException("none of " + addresses
                                + " is a primary (expected: the addresses of a primary, or of all)"))
                        .address()));
    }
}
