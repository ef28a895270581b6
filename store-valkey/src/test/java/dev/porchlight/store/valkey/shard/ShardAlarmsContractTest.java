package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.port.Store;
import dev.porchlight.testkit.contract.AlarmsContract;

final class ShardAlarmsContractTest extends AlarmsContract {
    @Override
    protected Store open() {
        return ShardStore.open();
    }

    @Override
    protected Store reopen(Store closing) {
        return ShardStore.reopen(closing);
    }
}
