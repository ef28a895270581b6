package dev.porchlight.store.valkey.line;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What a server says it is. After a fail-over by hand two may call themselves primary: the one with replicas is. */
record Role(Address address, boolean isPrimary, int replicas, long offset) {

    static CompletionStage<Role> of(Dial dial, Address address) {
        return dial.inquire(address, commands -> commands.role()).thenApply(answer -> read(address, answer));
    }

    private static Role read(Address address, List<Object> answer) {
        boolean primary = answer.getFirst() instanceof byte[] name
                && new String(name, StandardCharsets.US_ASCII).equals("master");
        if (!primary) {
            return new Role(address, false, 0, 0);
        }
        int replicas = answer.get(2) instanceof List<?> list ? list.size() : 0;
        return new Role(address, true, replicas, answer.get(1) instanceof Long offset ? offset : 0);
    }
}
