package dev.porchlight.wire;

/** Sets the password that a user signs in with. */
public record PasswordRequest(@Required String password) {
    @Override
    public String toString() {
        return "PasswordRequest";
    }
}
