package dev.porchlight.acceptance.reference;

import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.sample.Languages;
import dev.porchlight.reference.site.Settings;
import dev.porchlight.reference.site.SiteFolder;
import dev.porchlight.reference.site.SiteWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A site on disk: Zoom's item, and the items that are hard to print. */
record Written(Path folder) {
    private static final Path ZOOM =
            Path.of("../server/src/main/resources/dev/porchlight/server/reference/zoom.postman_collection.json");
    private static final Path HARD =
            Path.of("../reference/src/test/resources/dev/porchlight/reference/edge/more/collection.json");

    static Written to(Path folder) throws IOException {
        SiteWriter writer = new SiteWriter(new Settings(Languages.ALL, Map.of(), false), new SiteFolder(folder));
        for (Path file : List.of(ZOOM, HARD)) {
            writer.add(Collection.read(Files.readAllBytes(file)), done -> {});
        }
        writer.finish();
        return new Written(folder);
    }

    String first() {
        return uri("index.html");
    }

    String item() {
        return uri("zoom-api/update-a-users-presence-status/index.html");
    }

    String contents() {
        return uri("more-edge-cases/index.html");
    }

    private String uri(String address) {
        return folder.resolve(address).toUri().toString();
    }
}
