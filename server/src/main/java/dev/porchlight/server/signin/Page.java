package dev.porchlight.server.signin;

import dev.porchlight.server.http.Reply;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The frame of every page here: no script, no file from anywhere, in no other page's frame, kept by nobody. It works with a
 * keyboard alone, in light and dark.
 */
public final class Page {
    private static final String STYLE = text("page.css");
    private static final String LAMP = text("lamp.svg");
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private final int status;
    private final String title;
    private final Html content;
    private String formTarget = "";
    private Optional<String> cookie = Optional.empty();
    private Optional<String> rule = Optional.empty();

    private Page(int status, String title, Html content) {
        this.status = status;
        this.title = title;
        this.content = content;
    }

    public static Page of(String title, Html content) {
        return new Page(200, title, content);
    }

    /** A page that says why not. */
    public static Page refusal(int status, String rule, String title, String sentence) {
        Page page = new Page(status, title, Html.of("<p class=\"refusal\" role=\"alert\">{}</p>", sentence));
        page.rule = Optional.of(rule);
        return page;
    }

    /** Lets its forms lead there too: browsers hold a policy against redirects after a form. */
    public Page leadingTo(String source) {
        formTarget = " " + source;
        return this;
    }

    Page setting(Optional<String> setCookie) {
        cookie = setCookie;
        return this;
    }

    /** The same as a refusal. */
    public Page because(int newStatus, String newRule) {
        Page page = new Page(newStatus, title, content).setting(cookie);
        page.formTarget = formTarget;
        page.rule = Optional.of(newRule);
        return page;
    }

    public Reply reply() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Security-Policy", POLICY + formTarget);
        headers.put("X-Frame-Options", "DENY");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        cookie.ifPresent(value -> headers.put("Set-Cookie", value));
        Buffer body = Buffer.buffer(html().text());
        return new Reply(status, body, "text/html; charset=utf-8", headers, rule.orElse(null));
    }

    /** To somebody whose attempts have failed too often. */
    public static Reply tooManyAttempts(Duration pause) {
        long seconds = Math.max(1, pause.plusNanos(999_999_999).toSeconds());
        Reply page = refusal(
                        429,
                        "ATTEMPTS",
                        "Too many attempts",
                        "Too many attempts have failed. Wait " + seconds + " seconds and try again.")
                .reply();
        Map<String, String> headers = new LinkedHashMap<>(page.headers());
        headers.put("Retry-After", Long.toString(seconds));
        return new Reply(page.status(), page.body(), page.contentType(), headers, page.rule());
    }

    /** To another page. 303, so that no browser sends a form with a password on (RFC 9700, section 4.12). */
    public static Reply redirect(String location, Optional<String> cookie) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Location", location);
        headers.put("Cache-Control", "no-store");
        headers.put("Referrer-Policy", "no-referrer");
        cookie.ifPresent(value -> headers.put("Set-Cookie", value));
        return new Reply(303, Buffer.buffer(), "text/plain; charset=utf-8", headers, null);
    }

    private Html html() {
        return Html.of("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{} · Porchlight</title>
                <style>{}</style>
                </head>
                <body>
                <main>
                <p class="brand">{}<span>Porchlight</span></p>
                <h1>{}</h1>
                {}
                </main>
                </body>
                </html>
                """, title, new Html(STYLE), new Html(LAMP), title, content);
    }

    private static String text(String name) {
        try (InputStream resource = Page.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks " + name, e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
