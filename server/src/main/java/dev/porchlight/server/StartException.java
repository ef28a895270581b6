package dev.porchlight.server;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.store.embedded.folder.FolderException;
import io.netty.channel.unix.Errors.NativeIoException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Porchlight could not start. The message says what is wrong and what to do, for the person who started it. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Starts, or says in words why that was not possible. */
    static Premises explaining(Settings settings, Supplier<Premises> start) {
        try {
            return start.get();
        } catch (FolderException | StoreUnavailableException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        } catch (Exception e) {
            // Vert.x throws a failed bind as it is, though it is a checked exception.
            throw new StartException(explained(settings, root(e)), e);
        }
    }

    private static String explained(Settings settings, Throwable root) {
        String address = settings.host() + ":" + settings.port();
        return switch (root) {
            case BindException e -> notBound(address, e);
            case NativeIoException e -> notBound(address, e);
            case UnknownHostException e ->
                "Cannot listen on " + address + ": no such host. Choose an address of this machine with --host.";
            default -> "Cannot start on " + address + ": " + root;
        };
    }

    private static String notBound(String address, Exception failure) {
        String why = String.valueOf(failure.getMessage())
                .replaceFirst("^bind\\(\\.\\.\\) failed with error\\(-?\\d+\\): ", "");
        return "Cannot listen on " + address + ": " + why
                + ". Stop what listens there, or choose another with --port (0 takes any that is free).";
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && (root instanceof CompletionException || !(root instanceof BindException))) {
            root = root.getCause();
        }
        return root;
    }
}
