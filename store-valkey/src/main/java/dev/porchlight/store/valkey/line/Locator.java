package dev.porchlight.store.valkey.line;

import java.util.concurrent.CompletionStage;

/** Finds out where the primaries are now. It answers within a few seconds, or fails. */
interface Locator {
    CompletionStage<Layout> locate();
}
