package dev.porchlight.bench.load;

/**
 * What is asked of a server.
 *
 * @param method GET or PUT, of a user's presence_status
 * @param users how many users the requests are spread over, evenly
 * @param token the bearer token of every request
 * @param connections kept alive, each with one request under way
 */
public record Load(Method method, int users, String token, int connections) {

    private static final long MODULUS = 2_147_483_647;

    /** The two requests of the endpoint. */
    public enum Method {
        GET,
        PUT
    }

    /**
     * The id of the n-th user, as long as the ids that Porchlight gives and, like these, in no order; the script works out
     * the same.
     */
    public static String userId(int n) {
        return "bench-%08x%08x".formatted((n * 48_271L + 11) % MODULUS, (n * 69_621L + 7) % MODULUS);
    }

    /** The n-th user's own token, as long as those that Porchlight makes. */
    public static String userToken(int n) {
        return "bench-token-%031d".formatted(n);
    }
}
