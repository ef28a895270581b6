package dev.porchlight.acceptance.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writers that write at once: of each four, three share a user, and one has a user that nobody else changes. */
record Crowd(List<Writer> writers) {

    static Crowd of(int size) {
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = "writer-" + i;
            writers.add(
                    switch (i % 4) {
                        case 0 -> new Writer(shared(i), name, Kind.CLAIM, Kind.DECLARATION, Kind.SESSION);
                        case 1 -> new Writer(shared(i), name, Kind.SESSION, Kind.CLAIM);
                        case 2 -> new Writer(shared(i), name, Kind.CLAIM);
                        default -> new Writer("alone-" + i, name, Kind.DECLARATION);
                    });
        }
        return new Crowd(List.copyOf(writers));
    }

    private static String shared(int writer) {
        return "shared-" + writer / 4;
    }

    Set<String> users() {
        Set<String> users = new LinkedHashSet<>();
        writers.forEach(writer -> users.add(writer.user()));
        return users;
    }

    List<Writer> of(String user) {
        return writers.stream().filter(writer -> writer.user().equals(user)).toList();
    }

    void signIn(Connection server) throws IOException {
        for (String user : users()) {
            server.addSignedIn(user);
        }
    }
}
