package dev.porchlight.server.board;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The board's files as they lie in the jar. Their common version is a hash of all of them, so that a file under an address
 * with its version never changes.
 */
final class Assets {
    private static final String PAGE = "index.html";
    private static final List<String> NAMES = List.of(
            PAGE,
            "admin-page.js",
            "api.js",
            "board.css",
            "confirm.js",
            "connection-state.js",
            "dev-page.js",
            "dom.js",
            "lamp.svg",
            "main.js",
            "parts.js",
            "people-grid.js",
            "people.js",
            "person-panel.js",
            "statuses.js",
            "time.js",
            "toolbar.js",
            "watch.js",
            "webhooks.js",
            "why.js");
    private static final int VERSION_DIGITS = 16;

    private final Map<String, Asset> files = new LinkedHashMap<>();
    private final String version;

    /** One file. */
    record Asset(Buffer bytes, String contentType) {}

    private Assets(String version) {
        this.version = version;
    }

    /**
     * Reads all of them: slow enough not to do it on an event loop.
     *
     * @param demo whether the page offers to sign in without a token
     * @param dev whether it has the controls of an emulator
     */
    static Assets read(boolean demo, boolean dev) {
        Map<String, byte[]> read = new LinkedHashMap<>();
        NAMES.forEach(name -> read.put(name, bytes(name)));
        Assets assets = new Assets(version(read));
        read.forEach((name, bytes) -> assets.files.put(name, new Asset(Buffer.buffer(bytes), type(name))));
        String page = new String(Objects.requireNonNull(read.get(PAGE)), StandardCharsets.UTF_8)
                .replace("{version}", assets.version)
                .replace("{demo}", Boolean.toString(demo))
                .replace("{dev}", Boolean.toString(dev));
        assets.files.put(PAGE, new Asset(Buffer.buffer(page), type(PAGE)));
        return assets;
    }

    String version() {
        return version;
    }

    Asset page() {
        return Objects.requireNonNull(files.get(PAGE));
    }

    /** A file besides the page. */
    Optional<Asset> file(String name) {
        return name.equals(PAGE) ? Optional.empty() : Optional.ofNullable(files.get(name));
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "js" -> "text/javascript; charset=utf-8";
            default -> throw new IllegalArgumentException(name + " (expected: html, css, svg or js)");
        };
    }

    private static byte[] bytes(String name) {
        try (InputStream resource = Assets.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks " + name, e);
        }
    }

    private static String version(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
