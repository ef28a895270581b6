package dev.porchlight.cli.command;

/** The {@code --scope} option. */
final class Scope {
    static final String HELP = "What it may do; give it again, or with commas, for more. To write: user:write (its own"
            + " user), user:write:admin (every user of the account). To read: user:read, user:read:admin. To run the"
            + " account: porchlight:admin. Zoom's newer names work too: user:update:presence_status[:admin],"
            + " user:read:presence_status[:admin].";

    private Scope() {}
}
