package dev.porchlight.store.memory;

import dev.porchlight.engine.directory.Accounts;
import dev.porchlight.engine.directory.Apps;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.directory.Subscriptions;
import dev.porchlight.engine.directory.Tokens;
import dev.porchlight.engine.directory.Users;

record MemoryDirectory(Accounts accounts, Users users, Apps apps, Tokens tokens, Subscriptions subscriptions)
        implements Directory {}
