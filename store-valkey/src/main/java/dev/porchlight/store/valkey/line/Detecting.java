package dev.porchlight.store.valkey.line;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Asks, the first time, whether the addresses are of a cluster: nobody has to say so. */
final class Detecting implements Locator {
    private final Dial dial;
    private final List<Address> addresses;
    private volatile @Nullable Locator found;

    Detecting(Dial dial, List<Address> addresses) {
        this.dial = dial;
        this.addresses = addresses;
    }

    @Override
    public CompletionStage<Layout> locate() {
        Locator known = found;
        return known != null ? known.locate() : detect().thenCompose(Locator::locate);
    }

    private CompletionStage<Locator> detect() {
        return Gathering.of(addresses.stream()
                        .map(address -> dial.inquire(address, ClusterLocator::isMember))
                        .toList())
                .thenApply(members -> {
                    Locator locator = members.contains(true)
                            ? new ClusterLocator(dial, addresses)
                            : new SinglePrimary(dial, addresses);
                    found = locator;
                    return locator;
                });
    }
}
