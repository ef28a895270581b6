package dev.porchlight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class JsonProperties {

    @Property
    void noBytesMakeItThrowAndNoMessageNamesAClass(@ForAll @Size(max = 200) byte[] bytes) {
        if (Json.read(bytes, ClaimRequest.class) instanceof Read.Bad<ClaimRequest>(Problem problem)) {
            assertThat(Json.text(problem)).doesNotContain("Exception", "java", "jackson", "Jackson");
        }
    }

    @Property(tries = 300)
    void aTruncatedRequestIsNeverRead(
            @ForAll String status, @ForAll int duration, @ForAll @LongRange(max = 200) long end) {
        String json = Json.text(new ClaimRequest(clean(status), Instant.EPOCH, duration));
        int cut = (int) Math.min(end, json.length() - 1);
        assertThat(Json.read(json.substring(0, Math.max(cut, 0)), ClaimRequest.class))
                .isInstanceOf(Read.Bad.class);
    }

    @Property(tries = 300)
    void anyTextSurvivesTheWayThereAndBack(@ForAll String status, @ForAll int duration) {
        DeclarationRequest request = new DeclarationRequest(clean(status), duration);
        assertThat(Json.read(Json.write(request), DeclarationRequest.class)).isEqualTo(new Read.Good<>(request));
    }

    /** Without half surrogates, which no UTF-8 can hold. */
    private static String clean(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }
}
