package dev.porchlight.engine.codec;

import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import java.util.SortedSet;
import java.util.TreeSet;

/** The directory's records as bytes and back, exactly. The first byte is the format; there is no checksum. */
public final class DirectoryCodec {
    static final int FORMAT = 1;
    static final int APP_FORMAT = 2;

    private DirectoryCodec() {}

    /** An account as bytes. */
    public static byte[] encode(Account account) {
        RecordWriter out = new RecordWriter(FORMAT);
        out.text(account.id());
        out.text(account.name());
        out.instant(account.createdAt());
        return out.bytes();
    }

    /** A user as bytes. */
    public static byte[] encode(User user) {
        RecordWriter out = new RecordWriter(FORMAT);
        out.text(user.account());
        out.text(user.id());
        out.text(user.email());
        out.text(user.firstName());
        out.text(user.lastName());
        out.text(user.displayName());
        out.number(user.type());
        Codes.USER_STATE.write(out, user.state());
        out.instant(user.createdAt());
        return out.bytes();
    }

    /** An app as bytes. */
    public static byte[] encode(App app) {
        RecordWriter out = new RecordWriter(APP_FORMAT);
        out.text(app.account());
        out.text(app.id());
        out.text(app.name());
        out.optional(app.secretHash(), out::text);
        out.list(app.scopes(), out::text);
        Codes.APP_KIND.write(out, app.kind());
        out.list(app.redirectUris(), out::text);
        out.instant(app.createdAt());
        return out.bytes();
    }

    /** A token as bytes. */
    public static byte[] encode(Token token) {
        RecordWriter out = new RecordWriter(FORMAT);
        out.text(token.hash());
        out.text(token.account());
        out.optional(token.user(), out::text);
        out.optional(token.app(), out::text);
        out.text(token.name());
        out.list(token.scopes(), out::text);
        out.instant(token.createdAt());
        out.optional(token.expiresAt(), out::instant);
        return out.bytes();
    }

    /**
     * An account from its bytes.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static Account account(byte[] bytes) {
        RecordReader in = new RecordReader(bytes, FORMAT);
        Account account = new Account(in.text(), in.text(), in.instant());
        in.end();
        return account;
    }

    /**
     * A user from its bytes.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static User user(byte[] bytes) {
        RecordReader in = new RecordReader(bytes, FORMAT);
        User user = new User(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                (int) in.number(),
                Codes.USER_STATE.read(in),
                in.instant());
        in.end();
        return user;
    }

    /**
     * An app from its bytes. Format 1 is of before users could allow an app anything.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static App app(byte[] bytes) {
        RecordReader in = new RecordReader(bytes);
        App app = in.formatUpTo(APP_FORMAT) == 1
                ? new App(in.text(), in.text(), in.text(), in.text(), scopes(in), in.instant())
                : new App(
                        in.text(),
                        in.text(),
                        in.text(),
                        in.optional(in::text),
                        scopes(in),
                        Codes.APP_KIND.read(in),
                        in.list(in::text),
                        in.instant());
        in.end();
        return app;
    }

    /**
     * A token from its bytes.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static Token token(byte[] bytes) {
        RecordReader in = new RecordReader(bytes, FORMAT);
        Token token = new Token(
                in.text(),
                in.text(),
                in.optional(in::text),
                in.optional(in::text),
                in.text(),
                scopes(in),
                in.instant(),
                in.optional(in::instant));
        in.end();
        return token;
    }

    private static SortedSet<String> scopes(RecordReader in) {
        return new TreeSet<>(in.list(in::text));
    }
}
