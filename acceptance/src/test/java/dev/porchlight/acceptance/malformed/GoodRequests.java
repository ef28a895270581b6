package dev.porchlight.acceptance.malformed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What real clients send, some of it slowly: in between the attacks, all of it must be answered. */
record GoodRequests(Target target, Dice dice) {

    List<Supplier<Attack>> kinds() {
        return List.of(
                () -> Attack.of("good", whole(), Expected.DONE),
                () -> Attack.of("good", target.good(), Expected.DONE),
                this::slow,
                this::chunked,
                this::expectContinue);
    }

    String whole() {
        return target.request("PUT", Target.CHANGES, type(), body());
    }

    private Attack slow() {
        String request = whole();
        List<byte[]> pieces = new ArrayList<>();
        for (int start = 0; start < request.length(); ) {
            int end = Math.min(request.length(), start + 1 + dice.below(request.length() / 3));
            pieces.add(Attack.bytes(request.substring(start, end)));
            start = end;
        }
        return new Attack("slow", pieces, Attack.Ending.AWAIT, Expected.DONE);
    }

    private Attack chunked() {
        StringBuilder body = new StringBuilder();
        String form = "status=" + dice.of("Away", "Busy") + "&x=" + dice.letters(dice.below(200));
        for (int start = 0; start < form.length(); ) {
            int end = Math.min(form.length(), start + 1 + dice.below(50));
            body.append(Integer.toHexString(end - start))
                    .append(dice.of("", ";a=b"))
                    .append("\r\n");
            body.append(form, start, end).append("\r\n");
            start = end;
        }
        String head = target.head("PUT", Target.CHANGES)
                + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n";
        return Attack.of("chunked", head + body + "0\r\n" + dice.of("", "X-Trailer: 1\r\n") + "\r\n", Expected.DONE);
    }

    private Attack expectContinue() {
        String body = "status=Away";
        String head = target.head("PUT", Target.CHANGES) + "Expect: 100-continue\r\nContent-Length: " + body.length()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n";
        List<byte[]> pieces = List.of(Attack.bytes(head), Attack.bytes(body));
        return new Attack("expect", pieces, Attack.Ending.AWAIT, Expected.DONE);
    }

    private String type() {
        return "multipart/form-data; boundary=B";
    }

    private String body() {
        return "--B\r\nContent-Disposition: form-data; name=\"status\"\r\n\r\n"
                + dice.of("Away", "Available", "Do_Not_Disturb", "In_A_Meeting")
                + "\r\n--B\r\nContent-Disposition: form-data; name=\"duration\"\r\n\r\n"
                + (1 + dice.below(1440))
                + "\r\n--B--\r\n";
    }
}
