package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The demo's first command, pasted into a shell with the real curl, which is also asked to show the reply's head. */
class DemoTest {
    private static final String TOO_SOON =
            "{\"code\":429,\"message\":\"Too many requests submitted to update the presence"
                    + " status of this user. Please wait for the request to be processed and try again later.\"}";

    @Test
    void theSeedsCommandGetsTheRepliesThatTheSeedPromises() throws Exception {
        boolean curl = Command.bash("command -v curl").status() == 0;
        assumeTrue(curl || "true".equals(System.getenv("CI")), "curl is not installed");
        try (ServerProcess demo = ServerProcess.start(List.of("demo", "--port", "0"))) {
            String command = first("curl -X PUT .*", demo.printedTo("Stop with Ctrl-C."));
            assertThat(command).contains("--form 'status=Available' --form 'duration=Available1221'");

            String done = replyOf(command);
            assertThat(done).startsWith("HTTP/1.1 204 No Content\r\n").endsWith("\r\n\r\n");
            assertThat(done.toLowerCase(Locale.ROOT)).doesNotContain("content-length", "content-type");

            String again = replyOf(command);
            assertThat(again).startsWith("HTTP/1.1 429 Too Many Requests\r\n").endsWith("\r\n\r\n" + TOO_SOON);
            assertThat(Integer.parseInt(first("(?<=Retry-After: )[0-9]+", again)))
                    .isBetween(1, 60);
            assertThat(demo.stop()).isZero();
        }
    }

    private static String replyOf(String curl) throws IOException, InterruptedException {
        Command ran = Command.bash(curl + " --include --silent --show-error --noproxy '*'");
        assertThat(ran.status()).as(ran.err()).isZero();
        return ran.out();
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group();
    }
}
