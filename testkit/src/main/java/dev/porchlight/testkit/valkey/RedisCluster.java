package dev.porchlight.testkit.valkey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Three primaries with a replica each, in one cluster that names a new primary after about two seconds. */
public final class RedisCluster implements AutoCloseable {
    private static final int PRIMARIES = 3;
    private static final int SLOTS = 16_384;

    private final List<RedisServer> members = new ArrayList<>();

    private RedisCluster(String... arguments) {
        for (int i = 0; i < 2 * PRIMARIES; i++) {
            members.add(RedisServer.start(with(arguments)));
        }
    }

    private static String[] with(String... arguments) {
        return Stream.concat(
                        Stream.of("--cluster-enabled", "yes", "--cluster-node-timeout", "1000", "--repl-timeout", "5"),
                        Stream.of(arguments))
                .toArray(String[]::new);
    }

    /** Starts it and waits until every member has every slot. */
    public static RedisCluster start(String... arguments) {
        RedisCluster cluster = new RedisCluster(arguments);
        cluster.join();
        return cluster;
    }

    private void join() {
        for (int i = 0; i < PRIMARIES; i++) {
            int first = SLOTS * i / PRIMARIES;
            int last = SLOTS * (i + 1) / PRIMARIES - 1;
            members.get(i).ask("CLUSTER", "ADDSLOTSRANGE", "" + first, "" + last);
            members.get(i).ask("CLUSTER", "SET-CONFIG-EPOCH", "" + (i + 1));
        }
        for (RedisServer member : members.subList(1, members.size())) {
            members.getFirst().ask("CLUSTER", "MEET", "127.0.0.1", "" + member.port());
        }
        awaitAll(
                "know each other",
                member -> member.ask("CLUSTER", "INFO").contains("cluster_known_nodes:" + members.size()));
        for (int i = 0; i < PRIMARIES; i++) {
            String primary = members.get(i).ask("CLUSTER", "MYID");
            RedisServer replica = members.get(PRIMARIES + i);
            Polling.until(
                    "a member takes its primary",
                    () -> replica.ask("CLUSTER", "REPLICATE", primary).equals("OK"));
        }
        awaitHealth();
    }

    /** Waits until the cluster has all slots and each primary its replica. */
    public void awaitHealth() {
        awaitAll("find the cluster whole", RedisCluster::isHealthy);
    }

    private void awaitAll(String what, Predicate<RedisServer> so) {
        for (RedisServer member : members) {
            Polling.until("members " + what, () -> member.ask("CLUSTER", "INFO"), () -> so.test(member));
        }
    }

    private static boolean isHealthy(RedisServer member) {
        String replication = member.ask("INFO", "replication");
        return member.ask("CLUSTER", "INFO").contains("cluster_state:ok")
                && (replication.contains("role:master")
                        ? replication.contains("state=online")
                        : replication.contains("master_link_status:up"));
    }

    /** All of them, whatever each is now. */
    public List<RedisServer> members() {
        return List.copyOf(members);
    }

    /** Those that have slots now. */
    public List<RedisServer> primaries() {
        return members.stream()
                .filter(member -> member.ask("INFO", "replication").contains("role:master"))
                .toList();
    }

    public List<String> uris() {
        return members.stream().map(RedisServer::uri).toList();
    }

    /** Returns once another has taken the place of a primary that is dead, paused or cut off. */
    public void awaitSuccessor(RedisServer primary) {
        Pattern hasSlots = Pattern.compile(":" + primary.port() + "@.*connected \\d");
        Polling.until(
                "a replica takes the place of " + primary.port(),
                () -> members.stream()
                        .filter(member -> member.port() != primary.port())
                        .allMatch(other -> other.ask("CLUSTER", "INFO").contains("cluster_state:ok")
                                && !hasSlots.matcher(other.ask("CLUSTER", "NODES"))
                                        .find()));
    }

    @Override
    public void close() {
        members.forEach(RedisServer::close);
    }
}
