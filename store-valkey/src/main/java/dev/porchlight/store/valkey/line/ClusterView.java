package dev.porchlight.store.valkey.line;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A cluster as one of its members sees it.
 *
 * @param epoch rises with every fail-over
 * @param ok whether the member thinks that the cluster works
 */
record ClusterView(long epoch, boolean ok, Layout layout, Set<Address> members) {
    private static final String EPOCH = "cluster_current_epoch:";

    /**
     * Reads what {@code CLUSTER INFO} and {@code CLUSTER SLOTS} answered.
     *
     * @param asked the member, which may leave out its own host
     */
    static ClusterView read(Address asked, String info, List<Object> slots) {
        Layout.Builder layout = new Layout.Builder();
        Set<Address> members = new HashSet<>();
        for (Object each : slots) {
            List<?> range = (List<?>) each;
            layout.put(number(range.get(0)), number(range.get(1)), address(range.get(2), asked));
            range.stream().skip(2).forEach(node -> members.add(address(node, asked)));
        }
        long epoch = info.lines()
                .filter(line -> line.startsWith(EPOCH))
                .mapToLong(line -> Long.parseLong(line.substring(EPOCH.length()).strip()))
                .findFirst()
                .orElse(0);
        return new ClusterView(epoch, info.contains("cluster_state:ok"), layout.build(), members);
    }

    private static Address address(Object node, Address asked) {
        List<?> parts = (List<?>) node;
        String host = parts.get(0) instanceof byte[] name ? new String(name, StandardCharsets.UTF_8) : "";
        return new Address(host.isEmpty() || host.equals("?") ? asked.host() : host, number(parts.get(1)));
    }

    private static int number(Object number) {
        return Math.toIntExact((Long) number);
    }
}
