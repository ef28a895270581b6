package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.port.Store;
import dev.porchlight.testkit.contract.UsersContract;

final class ShardUsersContractTest extends UsersContract {
    @Override
    protected Store open() {
        return ShardStore.open();
    }

    @Override
    protected Store reopen(Store closing) {
        return ShardStore.reopen(closing);
    }
}
