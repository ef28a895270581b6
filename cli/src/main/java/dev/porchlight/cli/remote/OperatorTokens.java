package dev.porchlight.cli.remote;

import dev.porchlight.client.http.AccessTokens;
import dev.porchlight.wire.Control;
import java.nio.file.Path;
import java.util.Optional;

/** The token of whoever may read a server's folder. The server has another one after each start: it is read again then. */
final class OperatorTokens implements AccessTokens {
    private final Path data;
    private volatile String token;

    OperatorTokens(Path data, Control running) {
        this.data = data;
        this.token = running.token();
    }

    @Override
    public String current() {
        return token;
    }

    @Override
    public boolean refused(String old) {
        Optional<Control> now = ControlFile.in(data);
        now.ifPresent(control -> token = control.token());
        return !token.equals(old);
    }
}
