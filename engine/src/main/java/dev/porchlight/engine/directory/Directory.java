package dev.porchlight.engine.directory;

/** Who and what the store knows. Secrets are handed in hashed and stored so, but for those that sign webhooks. */
public interface Directory {
    Accounts accounts();

    Users users();

    Apps apps();

    Tokens tokens();

    Subscriptions subscriptions();
}
