package dev.porchlight.store.valkey.line;

import dev.porchlight.engine.port.StoreUnavailableException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What an error of a server means for what was asked. */
enum Refusal {
    /** The server is not, or not now, the one to ask: ask again, where the primary is by then. */
    ELSEWHERE,
    /** The server does not know the script. */
    UNKNOWN_SCRIPT,
    /** The connection is of no more use. */
    LOST,
    /** It will not be otherwise. */
    FOR_GOOD;

    private static final Set<String> PASSING = Set.of(
            "MOVED",
            "ASK",
            "TRYAGAIN",
            "CLUSTERDOWN",
            "LOADING",
            "READONLY",
            "MASTERDOWN",
            "NOREPLICAS",
            "UNBLOCKED",
            "BUSY");

    private static final String WAIT_AT_REPLICA = "ERR WAIT cannot be used with replica";

    static Refusal of(Throwable error) {
        if (error instanceof RedisCommandExecutionException) {
            String code = code(error);
            if (code.equals("NOSCRIPT")) {
                return UNKNOWN_SCRIPT;
            }
            return PASSING.contains(code) || words(error).startsWith(WAIT_AT_REPLICA) ? ELSEWHERE : FOR_GOOD;
        }
        boolean lost = error instanceof RedisException
                || error instanceof IOException
                || error instanceof TimeoutException
                || error instanceof CancellationException;
        return lost ? LOST : FOR_GOOD;
    }

    /** Where to ask once, for a slot that is on its way: {@code ASK slot host:port}. */
    static Optional<Address> detour(Throwable error) {
        if (!code(error).equals("ASK")) {
            return Optional.empty();
        }
        String message = words(error);
        String there = message.substring(message.lastIndexOf(' ') + 1);
        int colon = there.lastIndexOf(':');
        return Optional.of(new Address(there.substring(0, colon), Integer.parseInt(there.substring(colon + 1))));
    }

    /** What a caller is told of an error that is for good. */
    static Throwable told(Throwable error, Address server) {
        if (!(error instanceof RedisCommandExecutionException)) {
            return error;
        }
        String at = "The store at " + server;
        String message = error.getMessage();
        return new StoreUnavailableException(
                switch (code(error)) {
                    case "NOPERM", "NOAUTH", "WRONGPASS" ->
                        at + " does not let this user do what Porchlight needs: " + message
                                + ". Give it the rights that docs/scaling.md names.";
                    case "OOM" ->
                        at + " has no memory left: " + message
                                + ". Raise its maxmemory, or add primaries to the cluster.";
                    case "MISCONF" -> at + " cannot write to its disk: " + message + ".";
                    default -> at + " refuses: " + message;
                },
                error);
    }

    /** The last cause of an error, as a sentence has it. */
    static String words(@Nullable Throwable error) {
        if (error == null) {
            return "it does not answer";
        }
        Throwable last = error;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private static String code(Throwable error) {
        String message = error.getMessage() == null ? "" : error.getMessage();
        int blank = message.indexOf(' ');
        return blank < 0 ? message : message.substring(0, blank);
    }
}
