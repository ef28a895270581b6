package dev.porchlight.bench.emulators;

import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.load.Result;
import dev.porchlight.bench.load.Wrk;
import dev.porchlight.bench.run.Kernel;
import dev.porchlight.bench.run.Launch;
import dev.porchlight.bench.run.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One server: started, asked what it can do, started again and loaded. */
final class Trial {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CONNECTIONS = 16;

    private final Emulator emulator;
    private final Emulator.Ground ground;
    private final Duration load;

    Trial(Emulator emulator, Emulator.Ground ground, Duration load) {
        this.emulator = emulator;
        this.ground = ground;
        this.load = load;
    }

    /**
     * What came of it.
     *
     * @param millis from the start of the process to its first answer
     * @param idleMiB resident memory then
     * @param rate of PUTs a second
     * @param loadedMiB resident memory after them
     */
    record Found(double millis, double idleMiB, double rate, double loadedMiB, Map<Ability, Boolean> abilities) {}

    Found run() throws IOException, InterruptedException {
        Map<Ability, Boolean> abilities = new EnumMap<>(Ability.class);
        try (Started asked = Started.of(emulator, ground, false)) {
            Zoom zoom = new Zoom(asked.uri());
            String token = zoom.token();
            zoom.signIn(token, "ada");
            zoom.signIn(token, "bob");
            for (Ability ability : Ability.values()) {
                abilities.put(ability, ability.tried(zoom, token));
            }
        }
        try (Started loaded = Started.of(emulator, ground, true)) {
            double idle = loaded.residentMiB();
            Zoom zoom = new Zoom(loaded.uri());
            String token = zoom.token();
            zoom.signIn(token, Load.userId(0));
            Wrk wrk = Wrk.in(ground.work());
            Load puts = new Load(Load.Method.PUT, 1, token, CONNECTIONS);
            drive(wrk, loaded, puts, load.dividedBy(2).plusSeconds(1));
            Result result = drive(wrk, loaded, puts, load);
            return new Found(loaded.millis(), idle, result.rate(), loaded.residentMiB(), abilities);
        }
    }

    /** A refusal is quicker than an answer, and would look like speed. */
    private Result drive(Wrk wrk, Started server, Load puts, Duration time) throws IOException, InterruptedException {
        Result result = wrk.drive(server.uri(), puts, time, 1);
        if (result.refused() > 0 || result.broken() > 0) {
            throw new IllegalStateException(emulator.title() + " refused " + result.refused() + " and broke "
                    + result.broken() + " of " + result.requests() + " PUTs");
        }
        return result;
    }

    /** A server's process, from its first answer to any request. */
    private record Started(Process process, URI uri, double millis) implements AutoCloseable {
        static Started of(Emulator emulator, Emulator.Ground ground, boolean measured)
                throws IOException, InterruptedException {
            int port = freePort();
            Launch launch = new Launch(emulator.title(), emulator.command(ground, port, measured), ground.log());
            long start = System.nanoTime();
            Process process = Running.process(launch);
            while (!answers(port)) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                    process.destroyForcibly();
                    throw new IllegalStateException(
                            launch.name() + " gave no answer:\n" + java.nio.file.Files.readString(ground.log()));
                }
                Thread.sleep(5);
            }
            return new Started(process, URI.create("http://127.0.0.1:" + port), (System.nanoTime() - start) / 1e6);
        }

        double residentMiB() throws IOException {
            return Kernel.residentKiB(process.pid()) / 1024.0;
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }

        private static boolean answers(int port) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(2_000);
                String request =
                        "GET /v2/users/ada/presence_status HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("HTTP/");
            } catch (IOException notYet) {
                return false;
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
            process.destroyForcibly();
        }
    }
}
