package dev.porchlight.acceptance.malformed;

/**
 * A running server, with a user that good requests may change and one that must stay as it is: every attack that is to be
 * refused is aimed at the latter.
 *
 * @param token of an administrator
 * @param untouched the body of the reply to {@link #good()}
 */
record Target(String host, int port, String token, String untouched) {
    static final String STAYS = "/v2/users/grace/presence_status";
    static final String CHANGES = "/v2/users/ada/presence_status";

    /** A request that is always answered with {@link #untouched}. */
    String good() {
        return head("GET", STAYS) + "\r\n";
    }

    /** The request line and the headers that every request has, without the empty line. */
    String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nAuthorization: Bearer " + token
                + "\r\n";
    }

    /** A whole request, well framed. */
    String request(String method, String path, String type, String body) {
        return head(method, path) + "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }
}
