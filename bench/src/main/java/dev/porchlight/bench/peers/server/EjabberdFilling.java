package dev.porchlight.bench.peers.server;

import dev.porchlight.bench.peers.speech.Contacts;
import dev.porchlight.bench.peers.speech.XmppDialect;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Makes accounts and rosters through ejabberd's HTTP API. */
final class EjabberdFilling {
    private static final int CONNECTIONS = 4;

    private final int port;

    EjabberdFilling(int port) {
        this.port = port;
    }

    void fill(List<Contacts> all) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> parts = IntStream.range(0, CONNECTIONS)
                    .<Future<?>>mapToObj(part -> threads.submit(() -> {
                        fill(all, part);
                        return null;
                    }))
                    .toList();
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("ejabberd could not be filled: " + e.getCause(), e);
        }
    }

    private void fill(List<Contacts> all, int part) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            for (Contacts contacts : all) {
                for (int user = part; user < contacts.users(); user += CONNECTIONS) {
                    add(socket, contacts, user);
                }
            }
        }
    }

    private static void add(Socket socket, Contacts contacts, int user) throws IOException {
        String account = XmppDialect.account(contacts, user);
        post(socket, "register", """
                {"user":"%s","host":"%s","password":"%s"}""".formatted(account, XmppDialect.DOMAIN, XmppDialect.PASSWORD));
        for (Rosters.Item item : Rosters.of(contacts, user)) {
            post(socket, "add_rosteritem", """
                    {"localuser":"%s","localhost":"%s","user":"%s","host":"%2$s","nick":"","group":"","subs":"%s"}""".formatted(
                    account, XmppDialect.DOMAIN, XmppDialect.account(contacts, item.user()), item.subscription()));
        }
    }

    private static void post(Socket socket, String command, String body) throws IOException {
        socket.getOutputStream()
                .write("""
                POST /api/%s HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(command, body.length(), body).getBytes(StandardCharsets.ISO_8859_1));
        expectOk(socket.getInputStream(), command + ' ' + body);
    }

    private static void expectOk(InputStream in, String request) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.startsWith("Content-Length: ")) {
                length = Integer.parseInt(header.substring("Content-Length: ".length()));
            }
        }
        String said = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException(request + " was answered " + status + ' ' + said);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IllegalStateException("the connection was closed after " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
