package dev.porchlight.server.oauth;

import dev.porchlight.server.http.Call;
import java.util.ArrayList;
import java.util.List;

/**
 * Where requests come from, for counting attempts.
 *
 * @param behindProxy whether a proxy of the operator's names the caller last in {@code X-Forwarded-For}
 */
record Origins(boolean behindProxy) {
    private static final int GROUPS_OF_A_NETWORK = 4;

    /** An IPv4 address, or the /64 network of an IPv6 address, of which one machine has as many as it likes. */
    String of(Call call) {
        String address = forwarded(call);
        int zone = address.indexOf('%');
        String bare = zone < 0 ? address : address.substring(0, zone);
        return bare.contains(":") ? network(bare) : bare;
    }

    private String forwarded(Call call) {
        List<String> headers = behindProxy ? call.headerValues("X-Forwarded-For") : List.of();
        if (headers.isEmpty()) {
            return call.address();
        }
        String last = headers.getLast();
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }

    private static String network(String address) {
        int gap = address.indexOf("::");
        String[] groups = (gap < 0 ? address : address.substring(0, gap)).split(":", -1);
        List<String> network = new ArrayList<>();
        for (int i = 0; i < GROUPS_OF_A_NETWORK; i++) {
            network.add(i < groups.length && !groups[i].isEmpty() ? groups[i] : "0");
        }
        return String.join(":", network) + "::/64";
    }
}
