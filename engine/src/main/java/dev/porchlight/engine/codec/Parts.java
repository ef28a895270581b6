package dev.porchlight.engine.codec;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.UserKey;

/** The parts that presences and events share. */
final class Parts {
    private Parts() {}

    static void user(RecordWriter out, UserKey user) {
        out.text(user.account());
        out.text(user.user());
    }

    static UserKey user(RecordReader in) {
        return new UserKey(in.text(), in.text());
    }

    static void answer(RecordWriter out, Answer answer) {
        Codes.STATUS.write(out, answer.status());
        out.instant(answer.since());
        out.optional(answer.until(), out::instant);
    }

    static Answer answer(RecordReader in) {
        return new Answer(Codes.STATUS.read(in), in.instant(), in.optional(in::instant));
    }
}
