package dev.porchlight.cli.terminal;

/** Colour, where it is wanted. */
public record Paint(boolean on) {

    public String bold(String text) {
        return wrap("1", text);
    }

    public String dim(String text) {
        return wrap("2", text);
    }

    /** A status in the colour that people know it by; other words as they are. */
    public String status(String text) {
        return switch (text.strip()) {
            case "Available" -> wrap("32", text);
            case "Do_Not_Disturb",
                    "Busy",
                    "Presenting",
                    "On_A_Call",
                    "In_A_Call",
                    "In_A_Zoom_Meeting",
                    "In_A_Meeting" -> wrap("31", text);
            case "Away", "In_Calendar_Event", "In_A_Calendar_Event" -> wrap("33", text);
            case "Out_of_Office" -> wrap("35", text);
            case "Offline" -> wrap("2", text);
            default -> text;
        };
    }

    /** The text without control characters: what others wrote must not steer the reader's terminal. */
    public static String plain(String text) {
        return text.codePoints()
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String wrap(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
