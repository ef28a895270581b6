package dev.porchlight.acceptance.malformed;

import dev.porchlight.wire.Json;
import dev.porchlight.wire.OAuthProblem;
import dev.porchlight.wire.Problem;
import dev.porchlight.wire.Read;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One attack on a connection of its own, piece by piece, and the check of what comes back. */
final class Conversation implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 20_000;

    private final Target target;
    private final Attack attack;
    private final Queue<byte[]> pieces;
    private final Socket socket = new Socket();
    private final Answer.Reader reader;
    private boolean cutOff;

    Conversation(Target target, Attack attack) throws IOException {
        this.target = target;
        this.attack = attack;
        this.pieces = new ArrayDeque<>(attack.pieces());
        socket.setSoTimeout(DEADLINE_MILLIS);
        socket.setTcpNoDelay(true);
        // Ends with a reset: a hundred thousand connections would else use up the machine's ports.
        socket.setSoLinger(true, 0);
        socket.connect(new InetSocketAddress(target.host(), target.port()), DEADLINE_MILLIS);
        reader = new Answer.Reader(socket.getInputStream());
    }

    /** Sends the next piece. Answers whether there are more. */
    boolean send() throws IOException {
        byte[] piece = pieces.poll();
        if (piece != null && !cutOff) {
            try {
                socket.getOutputStream().write(piece);
            } catch (SocketException e) {
                cutOff = true; // The server need not read to the end what it has refused.
            }
        }
        return !pieces.isEmpty() && !cutOff;
    }

    /** What is wrong with how the server took it, or null. */
    @Nullable
    String verdict() throws IOException {
        try {
            return switch (attack.ending()) {
                case AWAIT -> awaited();
                case HALF_CLOSE -> halfClosed();
                case VANISH -> null;
            };
        } catch (SocketTimeoutException e) {
            return "neither an answer nor the connection's end within " + DEADLINE_MILLIS + " ms";
        }
    }

    private @Nullable String awaited() throws IOException {
        Answer answer = read(attack.isHead());
        if (answer == null) {
            return attack.expected().allowsSilence() ? null : "the connection ended without an answer";
        }
        String wrong = wrong(answer);
        if (wrong != null || answer.closes()) {
            return wrong;
        }
        return next();
    }

    /** The connection is still there, so a good request on it must be answered as ever. */
    private @Nullable String next() throws IOException {
        try {
            socket.getOutputStream().write(Attack.bytes(target.good()));
        } catch (SocketException e) {
            cutOff = true;
        }
        Answer good = read(false);
        if (good == null) {
            return attack.expected().allowsSilence() ? null : "the connection ended before the next request's answer";
        }
        boolean broken = attack.expected().allowsSilence() && good.status() / 100 == 4;
        return broken ? wrong(good) : untouched(good);
    }

    private @Nullable String halfClosed() throws IOException {
        try {
            socket.shutdownOutput();
        } catch (SocketException e) {
            cutOff = true;
        }
        for (Answer answer = read(attack.isHead()); answer != null; answer = read(attack.isHead())) {
            String wrong = wrong(answer);
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    /** A good request that was sent in place of an attack: the answer must be the one that never changes. */
    @Nullable
    String untouched(Answer answer) {
        return answer.status() == 200 && answer.body().equals(target.untouched())
                ? null
                : "the next good request got " + answer + ", not " + target.untouched();
    }

    private @Nullable Answer read(boolean bodiless) throws IOException {
        try {
            return reader.read(bodiless);
        } catch (SocketException e) {
            return null; // A reset is an end too.
        }
    }

    private @Nullable String wrong(Answer answer) {
        if (!attack.expected().allows(answer.status())) {
            return "answered " + answer;
        } else if (!attack.expected().wantsProblem()) {
            return null;
        } else if (!answer.headers().containsKey("x-zm-trackingid")) {
            return "no x-zm-trackingid in " + answer;
        }
        return switch (answer.status()) {
            case 204 ->
                List.of("content-length", "content-type").stream().anyMatch(answer.headers()::containsKey)
                        ? "a 204 with a body's headers: " + answer
                        : null;
            default -> answer.status() < 400 || attack.isHead() || isProblem(answer) ? null : "no problem in " + answer;
        };
    }

    private static boolean isProblem(Answer answer) {
        boolean json = answer.headers().getOrDefault("content-type", "").startsWith("application/json");
        boolean house = Json.read(answer.body(), Problem.class) instanceof Read.Good<Problem>(Problem problem)
                && problem.code() > 0
                && problem.message() != null
                && !problem.message().isBlank();
        boolean oauth =
                Json.read(answer.body(), OAuthProblem.class) instanceof Read.Good<OAuthProblem>(OAuthProblem problem)
                        && problem.error() != null
                        && problem.reason() != null;
        return json
                && (house || oauth)
                && !answer.body().contains("Exception")
                && !answer.body().contains("dev.porchlight");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
