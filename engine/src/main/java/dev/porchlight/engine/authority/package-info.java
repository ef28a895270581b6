/** What an authorization server keeps besides tokens: grants, passwords, signing keys, and the ports that keep them. */
@NullMarked
package dev.porchlight.engine.authority;

import org.jspecify.annotations.NullMarked;
