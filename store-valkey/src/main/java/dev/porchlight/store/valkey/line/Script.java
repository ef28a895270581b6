package dev.porchlight.store.valkey.line;

import io.lettuce.core.ScriptOutputType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the store, carried out by the server in one step. Scripts compare and store; what is stored was decided
 * before.
 *
 * @param name of its file
 * @param sha1 what the server calls it, in lower-case hexadecimal
 * @param output in which form the server's answer is taken, ...
 * @param reading ... and what it means
 */
public record Script<T>(
        String name,
        String text,
        String sha1,
        ScriptOutputType output,
        Function<? super @Nullable Object, ? extends T> reading) {

    /** The script of that name, out of the resources beside {@code dev.porchlight.store.valkey}. */
    public static <T> Script<T> load(
            String name, ScriptOutputType output, Function<? super @Nullable Object, ? extends T> reading) {
        byte[] text = resource("/dev/porchlight/store/valkey/lua/" + name + ".lua");
        return new Script<>(name, new String(text, StandardCharsets.UTF_8), sha1(text), output, reading);
    }

    private static byte[] resource(String path) {
        try (InputStream in = Script.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no script " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
