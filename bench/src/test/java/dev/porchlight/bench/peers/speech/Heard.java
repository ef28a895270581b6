package dev.porchlight.bench.peers.speech;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Notes what a conversation hears and says, and hands it bytes in pieces, as a network does. */
final class Heard implements Dialect.Ear {
    final List<String> told = new ArrayList<>();
    final List<String> said = new ArrayList<>();

    @Override
    public void told(int user, long number) {
        told.add(user + ":" + number);
    }

    @Override
    public void say(byte[] bytes) {
        said.add(new String(bytes, ISO_8859_1));
    }

    /** Says it to the conversation in pieces of that size, each after what was left of those before. */
    static void say(Dialect.Talk talk, byte[] all, int piece) {
        byte[] rest = new byte[0];
        for (int at = 0; at < all.length; at += piece) {
            byte[] next = Arrays.copyOfRange(all, at, Math.min(all.length, at + piece));
            byte[] bytes = Arrays.copyOf(rest, rest.length + next.length);
            System.arraycopy(next, 0, bytes, rest.length, next.length);
            rest = Arrays.copyOfRange(bytes, talk.hear(bytes, 0, bytes.length), bytes.length);
        }
        if (rest.length > 0) {
            throw new IllegalStateException("not heard: " + new String(rest, ISO_8859_1));
        }
    }
}
