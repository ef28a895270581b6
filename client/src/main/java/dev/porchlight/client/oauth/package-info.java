/** Where access tokens come from. */
@NullMarked
package dev.porchlight.client.oauth;

import org.jspecify.annotations.NullMarked;
