package dev.porchlight.acceptance.malformed;

import java.util.List;
import java.util.function.Supplier;

/** Lengths that are wrong, chunks that are broken, and requests hidden in the bodies of others. */
record BadFrames(Target target, Dice dice) {
    private static final String BODY = "status=Away";
    private static final String TYPE = "Content-Type: application/x-www-form-urlencoded\r\n";

    List<Supplier<Attack>> kinds() {
        return List.of(
                this::lengthThatIsNone,
                this::twoLengths,
                this::tooShort,
                this::tooLong,
                this::lengthAndChunks,
                this::encodingThatIsNone,
                this::brokenChunks,
                this::unfinishedChunks,
                this::noFrame);
    }

    private Attack lengthThatIsNone() {
        String length =
                dice.of("-1", "+11", "0x0b", "11,11", "11, 12", "1 1", "abc", "99999999999999999999", "11.0", "\0");
        return Attack.of("frame: length", put("Content-Length: " + length) + BODY, Expected.BROKEN);
    }

    private Attack twoLengths() {
        String lengths = dice.of(
                "Content-Length: 11\r\nContent-Length: 5",
                "Content-Length: 0\r\ncontent-length: 11",
                "Content-Length: 11\r\nX: y\r\nContent-Length: 999");
        return Attack.of("frame: two lengths", put(lengths) + BODY + hidden(), Expected.BROKEN);
    }

    /** What is left over is then taken for a request, which it is not. */
    private Attack tooShort() {
        return Attack.unfinished("frame: too short", put("Content-Length: " + dice.below(7)) + BODY, Expected.BROKEN);
    }

    private Attack tooLong() {
        String request = put("Content-Length: " + (BODY.length() + 1 + dice.below(1000))) + BODY;
        return Attack.unfinished("frame: too long", request, Expected.BROKEN)
                .ending(dice.of(Attack.Ending.HALF_CLOSE, Attack.Ending.VANISH));
    }

    /** The length covers the hidden request, the chunks do not: who goes by the chunks must close afterwards. */
    private Attack lengthAndChunks() {
        String body = "0\r\n\r\n" + hidden();
        String length = "Content-Length: " + body.length();
        String chunked =
                dice.of("Transfer-Encoding: chunked", "transfer-encoding:chunked", "Transfer-Encoding: CHUNKED");
        String headers = dice.oneIn(2) ? length + "\r\n" + chunked : chunked + "\r\n" + length;
        return Attack.of("frame: length and chunks", put(headers) + body, Expected.BROKEN);
    }

    private Attack encodingThatIsNone() {
        String encoding = dice.of(
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\u000bchunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: x",
                "X: y\r\n Transfer-Encoding: chunked",
                "Transfer-Encoding:",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding: chunked, chunked");
        return Attack.unfinished(
                "frame: encoding", put(encoding) + "b\r\n" + BODY + "\r\n0\r\n\r\n" + hidden(), Expected.BROKEN);
    }

    private Attack brokenChunks() {
        String chunks = dice.of(
                "z\r\n" + BODY,
                "-1\r\n" + BODY,
                "b\r\n" + BODY + "0\r\n\r\n",
                "ffffffffffffffff\r\n" + BODY,
                "80000000\r\n" + BODY,
                "\r\n" + BODY,
                "0x0b\r\n" + BODY + "\r\n0\r\n\r\n",
                "b;" + "x".repeat(20_000),
                "b\n" + BODY + "\n0\n\n",
                "0\r\n" + "X: y\r\n".repeat(5_000) + "\r\n",
                "5\r\n" + BODY + "\r\n0\r\n\r\n",
                "0\r\nContent-Length: 99\r\nTransfer-Encoding: chunked\r\n\r\n");
        return Attack.unfinished("frame: chunks", put("Transfer-Encoding: chunked") + chunks, Expected.BROKEN);
    }

    private Attack unfinishedChunks() {
        String whole = put("Transfer-Encoding: chunked") + "b\r\n" + BODY + "\r\n0\r\n\r\n";
        return Attack.unfinished(
                        "frame: unfinished chunks",
                        whole.substring(0, whole.length() - 1 - dice.below(15)),
                        Expected.BROKEN)
                .ending(dice.of(Attack.Ending.HALF_CLOSE, Attack.Ending.VANISH));
    }

    /** Without length and chunks there is no body, whatever follows. */
    private Attack noFrame() {
        return Attack.unfinished("frame: none", put("X: y") + BODY, Expected.BROKEN);
    }

    private String put(String headers) {
        return target.head("PUT", Target.STAYS) + TYPE + headers + "\r\n\r\n";
    }

    /** Carried out, it changes the user that must stay as it is. */
    private String hidden() {
        return target.request("PUT", Target.STAYS, "application/json", "{\"status\":\"Away\"}");
    }
}
