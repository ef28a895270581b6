package dev.porchlight.engine.authority;

/** What stands behind tokens that people allow. */
public interface Authority {
    Grants grants();

    Passwords passwords();

    SigningKeys signingKeys();
}
