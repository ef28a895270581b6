package dev.porchlight.server.signin;

import dev.porchlight.engine.directory.User;
import dev.porchlight.server.gate.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Somebody who is signed in with a browser.
 *
 * @param secret what the browser's cookie holds
 */
public record SignedIn(User user, String secret) {

    /** What a form of this sign-in carries, which no other page can know. */
    public String formKey() {
        return formKey(secret);
    }

    static String formKey(String cookie) {
        return Secrets.hash("form of " + cookie);
    }

    /** Whether a form is one of the browser with this cookie. */
    static boolean isFormOf(String cookie, String key) {
        return MessageDigest.isEqual(
                formKey(cookie).getBytes(StandardCharsets.US_ASCII), key.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SignedIn[user=" + user.key() + "]";
    }
}
