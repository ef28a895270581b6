package dev.porchlight.cli.reference;

import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.collection.Environment;
import dev.porchlight.reference.collection.FlawedException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Reads what the command line names. */
record Files(Surroundings surroundings) {
    private static final String NEXT = "In Postman: the collection's menu, Export, Collection v2.1.";

    Collection collection(String file) {
        return read(file, Collection::read, NEXT);
    }

    Map<String, String> environment(String file) {
        return read(file, Environment::read, "In Postman: the environment's menu, Export.");
    }

    private <T> T read(String file, Function<byte[], T> reader, String next) {
        Path path = surroundings.folder().resolve(file).normalize();
        try {
            return reader.apply(java.nio.file.Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new Failure("Cannot read " + path + ": there is no such file.", "");
        } catch (IOException e) {
            throw new Failure("Cannot read " + path + ": " + e.getMessage() + ".", "");
        } catch (FlawedException e) {
            throw new Failure(path + ": " + e.flaw(), next);
        }
    }
}
