package dev.porchlight.server.ops;

import dev.porchlight.server.house.Bodies;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.BackupReply;
import dev.porchlight.wire.BackupRequest;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem.FieldError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What only whoever can read the server's folder may ask for: {@code /v1/operator}. */
public final class OperatorDoor {
    private static final String LINES_OF_JSON = "application/x-ndjson";

    private final Backup backup;
    private final Reply.Streamed export;
    private final Executor blocking;

    /** @param blocking carries work that takes its time, off the event loops */
    public OperatorDoor(Backup backup, Reply.Streamed export, Executor blocking) {
        this.backup = backup;
        this.export = export;
        this.blocking = blocking;
    }

    /** Writes a whole copy of the store. */
    @FunctionalInterface
    public interface Backup {
        /**
         * Blocks until the copy is there, whole.
         *
         * @throws IllegalArgumentException with a message for people where the directory cannot take it
         */
        BackupReply to(Path directory);
    }

    public CompletionStage<Reply> export(Call call) {
        return CompletableFuture.completedStage(Reply.stream(LINES_OF_JSON, export));
    }

    public CompletionStage<Reply> backup(Call call) {
        return Bodies.read(call, BackupRequest.class, request -> {
            Optional<Path> directory = absolute(request.directory());
            return directory.isEmpty()
                    ? CompletableFuture.completedStage(refused(request.directory(), "an absolute path"))
                    : CompletableFuture.supplyAsync(() -> written(directory.get()), blocking);
        });
    }

    private Reply written(Path directory) {
        try {
            return Reply.json(200, Json.write(backup.to(directory)));
        } catch (IllegalArgumentException e) {
            return Problems.invalid(List.of(new FieldError("directory", "directory: " + e.getMessage())));
        }
    }

    private static Reply refused(String directory, String expected) {
        return Problems.invalid(List.of(FieldError.of("directory", directory, expected)));
    }

    private static Optional<Path> absolute(String directory) {
        try {
            return Optional.of(Path.of(directory)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
