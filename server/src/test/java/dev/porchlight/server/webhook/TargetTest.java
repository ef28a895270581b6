package dev.porchlight.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are addresses that may be subscribed. */
class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.com, example.com, 443, /",
        "HTTPS://example.com/, example.com, 443, /",
        "https://example.com:8443/a/b?c=d&e, example.com, 8443, /a/b?c=d&e",
        "https://[2606:4700::1111]/x, 2606:4700::1111, 443, /x",
        "https://1.1.1.1:65535/%20, 1.1.1.1, 65535, /%20",
    })
    void httpsAddressesAreTakenApart(String url, String host, int port, String file) {
        assertThat(Target.parse(url, false)).isEqualTo(new Target.Parsed.Good(new Target(true, host, port, file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "/path",
                "http://example.com",
                "ftp://example.com",
                "https:example.com",
                "https://",
                "https:///path",
                "https://user:secret@example.com",
                "https://user@example.com",
                "https://example.com/#x",
                "https://example.com:0",
                "https://example.com:65536",
                "https://example.com:22",
                "https://example.com:25",
                "https://example.com:80",
                "https://example.com:1023",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://127.1/",
                "https://0177.0.0.1.0x7f/",
                "https://exa mple.com",
                "https://example.com/\n",
                "https://ex\u00e4mple.com",
                "https://example.com/\u0000",
                "https://[::1",
                "https://[fe80::1%25eth0]:x/"
            })
    void anythingElseIsRefused(String url) {
        assertThat(Target.parse(url, false)).isInstanceOf(Target.Parsed.Bad.class);
    }

    @Test
    void anAddressThatIsTooLongIsRefused() {
        String start = "https://example.com/";
        assertThat(Target.parse(start + "x".repeat(2048 - start.length()), false))
                .isInstanceOf(Target.Parsed.Good.class);
        assertThat(Target.parse(start + "x".repeat(2049 - start.length()), false))
                .isInstanceOf(Target.Parsed.Bad.class);
    }

    @Test
    void whereTheOperatorAllowsItHttpAndEveryPortAreTaken() {
        assertThat(Target.parse("http://localhost:80/x", true))
                .isEqualTo(new Target.Parsed.Good(new Target(false, "localhost", 80, "/x")));
        assertThat(Target.parse("http://localhost", true))
                .isEqualTo(new Target.Parsed.Good(new Target(false, "localhost", 80, "/")));
        assertThat(Target.parse("ftp://localhost", true)).isInstanceOf(Target.Parsed.Bad.class);
    }
}
