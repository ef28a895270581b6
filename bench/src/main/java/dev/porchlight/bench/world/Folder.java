package dev.porchlight.bench.world;

import java.nio.file.Path;
import java.util.Locale;

/** A data folder and what is in it. */
public record Folder(Path path, int users, int signedIn) {

    /** Makes one. */
    public static Folder make(Path path, int users, int signedIn) {
        World.make(path, users, signedIn);
        return new Folder(path, users, signedIn);
    }

    /** Signs in the rest. */
    public Folder signInAll() {
        World.signIn(path, signedIn, users);
        return new Folder(path, users, users);
    }

    /** For people. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d users, %,d signed in", users, signedIn);
    }
}
