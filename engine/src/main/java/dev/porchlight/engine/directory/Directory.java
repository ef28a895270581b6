package dev.porchlight.engine.directory;

/** Who and what the store knows. Secrets are handed in hashed and stored so. */
public interface Directory {
    Accounts accounts();

    Users users();

    Apps apps();

    Tokens tokens();
}
