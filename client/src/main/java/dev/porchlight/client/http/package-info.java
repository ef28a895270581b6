/** Requests and replies: one attempt, and when another one is safe. */
@NullMarked
package dev.porchlight.client.http;

import org.jspecify.annotations.NullMarked;
