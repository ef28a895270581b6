package dev.porchlight.engine.codec;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.Status;
import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.User;
import java.util.List;

/**
 * The number by which each constant of an enum is stored. New constants go to the end: a number, once given, stays, however
 * the enum itself is ordered.
 *
 * @param constants in the order of their numbers, from 0
 */
record Codes<E extends Enum<E>>(List<E> constants) {
    static final Codes<Status> STATUS = new Codes<>(List.of(
            Status.DO_NOT_DISTURB,
            Status.PRESENTING,
            Status.IN_A_ZOOM_MEETING,
            Status.ON_A_CALL,
            Status.IN_CALENDAR_EVENT,
            Status.BUSY,
            Status.OUT_OF_OFFICE,
            Status.AVAILABLE,
            Status.AWAY,
            Status.OFFLINE));

    static final Codes<Activity> ACTIVITY = new Codes<>(List.of(Activity.ACTIVE, Activity.IDLE));

    static final Codes<Cause.Kind> CAUSE = new Codes<>(List.of(
            Cause.Kind.API,
            Cause.Kind.CLIENT,
            Cause.Kind.WITHDRAWN,
            Cause.Kind.SESSION,
            Cause.Kind.SIGNED_OUT,
            Cause.Kind.CLAIMED,
            Cause.Kind.RELEASED,
            Cause.Kind.TIME));

    static final Codes<User.State> USER_STATE = new Codes<>(List.of(User.State.ACTIVE, User.State.INACTIVE));

    static final Codes<App.Kind> APP_KIND = new Codes<>(List.of(App.Kind.SERVER_TO_SERVER, App.Kind.USER_AUTHORISED));

    static final Codes<Grant.Answer> DEVICE_ANSWER =
            new Codes<>(List.of(Grant.Answer.NONE, Grant.Answer.ALLOWED, Grant.Answer.DENIED));
    static final Codes<Subscription.State> SUBSCRIPTION_STATE =
            new Codes<>(List.of(Subscription.State.PENDING, Subscription.State.ACTIVE, Subscription.State.DISABLED));

    void write(RecordWriter out, E constant) {
        int code = constants.indexOf(constant);
        if (code < 0) {
            throw new IllegalStateException(constant + " has no number to be stored by");
        }
        out.octet(code);
    }

    E read(RecordReader in) {
        int code = in.octet();
        if (code >= constants.size()) {
            throw new DamagedRecordException("code: " + code + " (expected: 0 to " + (constants.size() - 1) + ")");
        }
        return constants.get(code);
    }
}
