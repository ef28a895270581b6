package dev.porchlight.store.valkey.line;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A channel, who hears it, and over which line. */
final class Topic {
    private static final System.Logger LOG = System.getLogger(Topic.class.getName());

    final byte[] channel;
    final int slot;

    /** Where it is subscribed, in force or not yet; null while it has no home. */
    @Nullable
    HearingLine at;

    private final Set<Lines.Ear> ears = new LinkedHashSet<>();
    private final List<CompletableFuture<Void>> hopes = new ArrayList<>();
    private boolean inForce;
    private boolean missed;

    Topic(byte[] channel, int slot) {
        this.channel = channel;
        this.slot = slot;
    }

    /** Answers whether it has to be waited for. */
    boolean add(Lines.Ear ear, CompletableFuture<Void> hope) {
        ears.add(ear);
        if (inForce) {
            hope.complete(null);
            return false;
        }
        hopes.add(hope);
        return true;
    }

    /** Answers whether nobody is left. */
    boolean remove(Lines.Ear ear) {
        ears.remove(ear);
        return ears.isEmpty();
    }

    void confirmed() {
        inForce = true;
        List<CompletableFuture<Void>> fulfilled = List.copyOf(hopes);
        hopes.clear();
        fulfilled.forEach(hope -> hope.complete(null));
        if (missed) {
            missed = false;
            each(Lines.Ear::deaf);
        }
    }

    void lost() {
        missed |= inForce;
        inForce = false;
        at = null;
    }

    void heard(byte[] message) {
        each(ear -> ear.heard(message));
    }

    void giveUp(CompletableFuture<Void> hope, Throwable why) {
        if (hope.completeExceptionally(why)) {
            hopes.removeIf(CompletableFuture::isDone);
            missed = true;
        }
    }

    void end(Throwable why) {
        List<CompletableFuture<Void>> vain = List.copyOf(hopes);
        hopes.clear();
        vain.forEach(hope -> hope.completeExceptionally(why));
    }

    private void each(Consumer<Lines.Ear> tell) {
        for (Lines.Ear ear : List.copyOf(ears)) {
            try {
                tell.accept(ear);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "An ear failed on what it heard", e);
            }
        }
    }
}
