package dev.porchlight.server.webhook;

/**
 * What is sent.
 *
 * @param secret that it is signed with
 * @param number of the delivery; 0 for none
 * @param requestId the same for every try
 */
record Parcel(String url, String secret, long number, String requestId, String body) {
    @Override
    public String toString() {
        return "Parcel[" + url + ", " + number + ", " + requestId + "]";
    }
}
