package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.port.Store;
import dev.porchlight.testkit.contract.OutboxContract;

final class ShardOutboxContractTest extends OutboxContract {
    @Override
    protected Store open() {
        return ShardStore.open();
    }

    @Override
    protected Store reopen(Store closing) {
        return ShardStore.reopen(closing);
    }
}
