package dev.porchlight.server.webhook;

/**
 * What came back.
 *
 * @param status 0 where no answer came
 * @param note for people
 * @param body at most {@link Sender#MAX_ANSWER} bytes of it
 */
record Answer(int status, long millis, String note, String body) {
    boolean arrived() {
        return status == 200 || status == 204;
    }

    /** Whether another try may help: the receiver failed, or was not reached. */
    boolean mayStillArrive() {
        return status == 0 || status >= 500;
    }
}
