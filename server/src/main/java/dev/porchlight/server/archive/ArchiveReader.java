package dev.porchlight.server.archive;

import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem;
import dev.porchlight.wire.Read;
import dev.porchlight.wire.archive.ArchiveEnd;
import dev.porchlight.wire.archive.ArchiveHeader;
import dev.porchlight.wire.archive.ArchiveLine;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an export and holds it against its end: a file that was cut or changed anywhere is refused. */
final class ArchiveReader {
    /** What a reader does with an item; the line counts from 1. */
    @FunctionalInterface
    interface Sink {
        void take(long line, Item item);
    }

    private final LineReader lines;
    private final Digest digest = new Digest();
    private Counts counts = Counts.NONE;

    private ArchiveReader(InputStream in) {
        this.lines = new LineReader(in);
    }

    /**
     * Reads to the end. The sink has taken items when a fault further on is found: read twice to be sure.
     *
     * @throws ArchiveException for a fault in the file
     */
    static Counts read(InputStream in, Sink sink) throws IOException {
        return new ArchiveReader(in).all(sink);
    }

    private Counts all(Sink sink) throws IOException {
        header();
        while (true) {
            byte[] bytes = next();
            ArchiveLine line = parsed(bytes);
            ArchiveEnd end = line.end();
            if (end != null) {
                end(end);
                return counts;
            }
            digest.add(bytes);
            Item item = item(line);
            counts = counts.with(item);
            sink.take(lines.number(), item);
        }
    }

    private void header() throws IOException {
        byte[] bytes = next();
        ArchiveHeader header = parsed(bytes).archive();
        if (header == null) {
            throw fault("not an export of Porchlight (expected: {\"archive\":{\"format\":1,…}})");
        }
        if (header.format() != ArchiveHeader.FORMAT) {
            throw fault("format: " + header.format() + " (expected: " + ArchiveHeader.FORMAT
                    + "; a newer Porchlight may read it)");
        }
        digest.add(bytes);
    }

    private void end(ArchiveEnd end) throws IOException {
        if (!Counts.of(end).equals(counts)) {
            throw fault("the file was changed: it holds " + counts + " (expected: " + Counts.of(end) + ")");
        }
        if (!digest.hex().equals(end.sha256())) {
            throw fault("the file was changed: a line is not as it was written");
        }
        if (lines.next() != null) {
            throw fault("lines after the end of the export");
        }
    }

    private Item item(ArchiveLine line) {
        try {
            return Items.of(line);
        } catch (IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()));
        }
    }

    private ArchiveLine parsed(byte[] bytes) {
        return switch (Json.read(bytes, ArchiveLine.class)) {
            case Read.Good<ArchiveLine> good -> good.value();
            case Read.Bad<ArchiveLine> bad -> throw fault(words(bad.problem()));
        };
    }

    private byte[] next() throws IOException {
        byte @Nullable [] bytes = lines.next();
        if (bytes == null) {
            throw fault("the file was cut: its end is missing");
        }
        return bytes;
    }

    private ArchiveException fault(String what) {
        return ArchiveException.at(lines.number(), what);
    }

    private static String words(Problem problem) {
        List<Problem.FieldError> errors = problem.errors() == null ? new ArrayList<>() : problem.errors();
        return errors.isEmpty()
                ? problem.message()
                : errors.stream().map(Problem.FieldError::message).collect(Collectors.joining("; "));
    }
}
