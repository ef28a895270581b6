package dev.porchlight.wire;

/**
 * How a command on the same machine reaches a running server: the content of {@code control.json}.
 *
 * @param url where it listens
 * @param token its operator's, valid while it runs
 * @param pid the process
 */
public record Control(
        @Required String url,
        @Required String token,
        @Required Long pid) {
    @Override
    public String toString() {
        return "Control[url=" + url + ", pid=" + pid + "]";
    }
}
