package dev.porchlight.server.dev;

import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Door;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Turns away what a browser sends for a page of another site: an emulator asks for no token, and a page that a developer
 * happens to look at must not reset it. Programs send neither header (Fetch Metadata; RFC 6454, section 7).
 */
public final class OwnPages {
    private static final Reply OTHER_SITE =
            Problems.problem(403, 300, "A page of another site may not use an emulator's controls.", "OTHER_SITE");

    private OwnPages() {}

    /** The door, for programs and for the server's own pages. */
    public static Door only(Door door) {
        return call -> isOfAnotherSite(call) ? CompletableFuture.completedStage(OTHER_SITE) : door.open(call);
    }

    private static boolean isOfAnotherSite(Call call) {
        List<String> hosts = call.headerValues("Host");
        return call.headerValues("Sec-Fetch-Site").stream()
                        .anyMatch(site -> !site.equals("same-origin") && !site.equals("none"))
                || call.headerValues("Origin").stream()
                        .anyMatch(origin -> hosts.stream()
                                .noneMatch(
                                        host -> origin.equals("http://" + host) || origin.equals("https://" + host)));
    }
}
