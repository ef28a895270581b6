package dev.porchlight.server.archive;

import dev.porchlight.engine.port.Archive;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.archive.ArchiveHeader;
import dev.porchlight.wire.archive.ArchiveLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Writes everything that a store keeps, as lines of JSON. */
public final class ArchiveWriter {
    private final OutputStream out;
    private final Digest digest = new Digest();
    private Counts counts = Counts.NONE;

    private ArchiveWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes all. Blocks meanwhile.
     *
     * @param at for the first line
     * @throws UncheckedIOException when the stream fails; what is written until then lacks its end and is refused later
     */
    public static Counts write(Archive archive, Instant at, OutputStream out) {
        ArchiveWriter writer = new ArchiveWriter(out);
        writer.line(ArchiveLine.of(new ArchiveHeader(ArchiveHeader.FORMAT, at)));
        archive.forEach(writer::item);
        writer.line(ArchiveLine.of(writer.counts.end(writer.digest.hex())));
        return writer.counts;
    }

    private void item(Archive.Item item) {
        line(Lines.of(item));
        counts = counts.with(item);
    }

    private void line(ArchiveLine line) {
        byte[] json = Json.write(line);
        digest.add(json);
        try {
            out.write(json);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
