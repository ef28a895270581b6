package dev.porchlight.store.memory;

import dev.porchlight.engine.authority.Authority;
import dev.porchlight.engine.authority.Grants;
import dev.porchlight.engine.authority.Passwords;
import dev.porchlight.engine.authority.SigningKeys;

record MemoryAuthority(Grants grants, Passwords passwords, SigningKeys signingKeys) implements Authority {}
