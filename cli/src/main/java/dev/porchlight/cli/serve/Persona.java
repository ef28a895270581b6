package dev.porchlight.cli.serve;

import java.util.List;

/**
 * A user of the demo, and what the user is doing.
 *
 * @param version of the client that the user is signed in with
 */
record Persona(
        String id, String firstName, String lastName, String platform, String version, boolean idle, Doing doing) {

    /** What makes the status. */
    sealed interface Doing {}

    /** Nothing in particular: the client alone decides. */
    record Nothing() implements Doing {}

    /** A calendar, meeting or phone says so; 0 minutes for no end. */
    record Claimed(String source, String status, int minutes) implements Doing {}

    /** The user said so; 0 minutes for the default. */
    record Declared(String status, int minutes) implements Doing {}

    static final List<Persona> ALL = List.of(
            desktop("ada", "Ada", "Okafor", "6.4.3", new Claimed("meeting", "In_A_Zoom_Meeting", 0)),
            desktop("kofi", "Kofi", "Mensah", "5.13.3", new Nothing()),
            new Persona("mei", "Mei", "Tanaka", "mobile", "6.1.0", true, new Nothing()),
            desktop("lars", "Lars", "Nygård", "4.6.0", new Nothing()),
            desktop("sofia", "Sofía", "Hernández", "5.17.5", new Claimed("phone", "On_A_Call", 25)),
            desktop("ravi", "Ravi", "Subramanian", "6.2.3", new Claimed("calendar", "In_Calendar_Event", 45)),
            desktop("leila", "Leila", "Haddad", "6.4.3", new Declared("Do_Not_Disturb", 40)),
            desktop("tomasz", "Tomasz", "Wójcik", "5.15.12", new Declared("Busy", 0)),
            new Persona("ngaio", "Ngaio", "Parata", "mobile", "6.3.0", true, new Declared("Out_of_Office", 0)),
            desktop("beatriz", "Beatriz", "Souza", "6.0.11", new Claimed("meeting", "Presenting", 30)),
            new Persona("yusuf", "Yusuf", "Demir", "desktop", "5.2.9", true, new Nothing()),
            new Persona(
                    "chloe",
                    "Chloé",
                    "Tremblay",
                    "mobile",
                    "5.0.2",
                    false,
                    new Claimed("meeting", "In_A_Zoom_Meeting", 50)));

    private static Persona desktop(String id, String firstName, String lastName, String version, Doing doing) {
        return new Persona(id, firstName, lastName, "desktop", version, false, doing);
    }

    String email() {
        return id + "@example.com";
    }

    String name() {
        return firstName + " " + lastName;
    }
}
