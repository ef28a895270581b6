package dev.porchlight.reference.sample;

import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.collection.Item;
import dev.porchlight.reference.collection.Node;
import dev.porchlight.reference.request.ResolvedRequest;
import dev.porchlight.reference.request.Resolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** An item that is hard to print, and what Postman's runner sends for it. */
record EdgeItem(String number, Item item, Wire truth) {
    static final String BIG = "Porchlight 0123456789 $`\"\\ ".repeat(40_000).substring(0, 1 << 20);

    /** Credentials of the collections, and what stands for them. */
    private static final Map<String, String> SECRETS = Map.of(
            "COLTOK",
            "<access_token>",
            "FROMAUTH",
            "<access_token>",
            "Bearer AT",
            "Bearer <access_token>",
            "X-API-Key: k",
            "X-API-Key: <api_key>",
            "api_key=K%201",
            "api_key=%3Capi_key%3E");

    static List<EdgeItem> all() {
        return Stream.of("seed", "given", "more").flatMap(EdgeItem::in).toList();
    }

    private static Stream<EdgeItem> in(String folder) {
        return Collection.read(bytes(folder + "/collection.json")).items().stream()
                .map(item -> {
                    String number = item.name().split(" ", 2)[0];
                    return new EdgeItem(number, item, truth(bytes(folder + "/" + number + ".bin")));
                });
    }

    static byte[] file() {
        return bytes("f.txt");
    }

    /** As sent to the address. */
    ResolvedRequest at(String address) {
        return new Resolver(Map.of("baseUrl", address, "big", BIG)).resolve(item);
    }

    /** The headers that the item names. */
    List<String> headers() {
        return item.request().at("header").objects().stream()
                .filter(header -> !header.isTrue("disabled"))
                .map(header -> header.at("key").text(""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    boolean hasAuth() {
        return item.scope().auth(item.request()).filter(Node::isObject).isPresent();
    }

    private static Wire truth(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> secret : SECRETS.entrySet()) {
            text = text.replace(secret.getKey(), secret.getValue());
        }
        int end = text.indexOf("\r\n\r\n") + 4;
        String body = text.substring(end)
                .replace(
                        "{{big}}",
                        text.contains("urlencoded") ? java.net.URLEncoder.encode(BIG, StandardCharsets.UTF_8) : BIG);
        byte[] head =
                text.substring(0, end).replaceAll("Content-Length: .*\r\n", "").getBytes(StandardCharsets.ISO_8859_1);
        try {
            Wire read = Wire.read(new ByteArrayInputStream(head), () -> {});
            return new Wire(read.method(), read.target(), read.headers(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = EdgeItem.class.getResourceAsStream("/dev/porchlight/reference/edge/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
