/** Tokens for apps: {@code /oauth} (docs/zoom-wire.md, Tokens and scopes). */
@NullMarked
package dev.porchlight.server.oauth;

import org.jspecify.annotations.NullMarked;
