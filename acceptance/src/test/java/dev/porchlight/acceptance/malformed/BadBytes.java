package dev.porchlight.acceptance.malformed;

import java.util.List;
import java.util.function.Supplier;

/** Good requests cut off, damaged or out of place, and bytes that never were a request. */
record BadBytes(Target target, Dice dice) {
    private static final String CLIENT_HELLO = "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003";
    private static final String HTTP2_PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0";

    List<Supplier<Attack>> kinds() {
        return List.of(this::truncated, this::damaged, this::damaged, this::noise, this::pipelined);
    }

    /** Cut off before its last bytes, so that it is not whole wherever the cut is. */
    private Attack truncated() {
        String whole = target.request("PUT", Target.STAYS, "application/json", "{\"status\":\"Away\"}");
        return Attack.unfinished(
                        "bytes: truncated", whole.substring(0, 1 + dice.below(whole.length() - 1)), Expected.BROKEN)
                .ending(dice.of(Attack.Ending.HALF_CLOSE, Attack.Ending.VANISH));
    }

    private Attack damaged() {
        StringBuilder request = new StringBuilder(new GoodRequests(target, dice).whole());
        for (int i = 1 + dice.below(5); i > 0; i--) {
            int at = dice.below(request.length());
            switch (dice.below(4)) {
                case 0 -> request.setCharAt(at, (char) dice.below(256));
                case 1 -> request.insert(at, dice.bytes(1 + dice.below(4)));
                case 2 -> request.delete(at, Math.min(request.length() - 1, at + 1 + dice.below(4)));
                default -> request.insert(at, request.substring(at, Math.min(request.length(), at + dice.below(60))));
            }
        }
        return Attack.unfinished("bytes: damaged", request.toString(), Expected.ANYTHING);
    }

    private Attack noise() {
        String bytes = dice.of(
                dice.bytes(1 + dice.below(2_000)),
                CLIENT_HELLO + dice.bytes(200),
                HTTP2_PREFACE,
                "\r\n".repeat(500),
                "\0".repeat(1000),
                "\n",
                "");
        return Attack.unfinished("bytes: noise", bytes, Expected.BROKEN);
    }

    private Attack pipelined() {
        String bad = target.request("PUT", Target.STAYS, "application/json", "{\"status\":5}");
        return Attack.unfinished(
                "bytes: pipelined",
                bad + bad + target.request("PUT", "/nowhere", "x", "y") + bad + "x",
                Expected.BROKEN);
    }
}
