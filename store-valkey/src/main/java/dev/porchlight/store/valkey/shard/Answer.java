package dev.porchlight.store.valkey.shard;

import dev.porchlight.store.valkey.line.Script;
import io.lettuce.core.ScriptOutputType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What scripts answer: whole numbers and bytes, alone or in lists. */
final class Answer {
    private Answer() {}

    /** A script that answers 1 or 0. */
    static Script<Boolean> yesOrNo(String name) {
        return Script.load(name, ScriptOutputType.INTEGER, answer -> number(answer) == 1);
    }

    /** A script that answers a list. */
    static Script<List<?>> list(String name) {
        return Script.load(name, ScriptOutputType.MULTI, Answer::list);
    }

    static List<?> list(@Nullable Object answer) {
        if (answer instanceof List<?> list) {
            return list;
        }
        throw unexpected(answer, "a list");
    }

    static long number(@Nullable Object answer) {
        if (answer instanceof Long number) {
            return number;
        }
        throw unexpected(answer, "a number");
    }

    static byte[] bytes(@Nullable Object answer) {
        if (answer instanceof byte[] bytes) {
            return bytes;
        }
        throw unexpected(answer, "bytes");
    }

    private static IllegalStateException unexpected(@Nullable Object answer, String expected) {
        return new IllegalStateException("a script answered " + answer + " (expected: " + expected + ")");
    }
}
