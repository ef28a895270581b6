package dev.porchlight.client.update;

import dev.porchlight.client.http.Content;
import dev.porchlight.wire.DeclarationRequest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How an update is written. */
public enum BodyFormat {
    /** What Zoom documents today. */
    JSON,
    /** What Zoom documented first, as {@code curl --form} sends it. */
    MULTIPART;

    private static final int BOUNDARY_BYTES = 16;

    Content content(StatusUpdate update, RandomGenerator random) {
        return switch (this) {
            case JSON -> Content.json(new DeclarationRequest(update.status().spelling(), update.minutes()));
            case MULTIPART -> Content.multipart(fields(update), boundary(random));
        };
    }

    private static Map<String, String> fields(StatusUpdate update) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("status", update.status().spelling());
        if (update.minutes() != null) {
            fields.put("duration", update.minutes().toString());
        }
        return fields;
    }

    private static String boundary(RandomGenerator random) {
        byte[] bytes = new byte[BOUNDARY_BYTES];
        random.nextBytes(bytes);
        return "----------------" + HexFormat.of().formatHex(bytes);
    }
}
