package dev.porchlight.store.valkey.line;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What several servers answer to the same: of all, or of those that were quick once one had answered. */
@SuppressWarnings("FutureReturnValueIgnored") // Its end is taken where it comes.
final class Gathering<T> {
    private static final long GRACE_MILLIS = 250;

    private final CompletableFuture<List<T>> done = new CompletableFuture<>();
    private final List<T> answers = new ArrayList<>();
    private @Nullable Throwable trouble;
    private int open;

    private Gathering(int open) {
        this.open = open;
    }

    /** Fails where nobody answers, as the last of them failed. */
    static <T> CompletionStage<List<T>> of(List<? extends CompletionStage<T>> stages) {
        Gathering<T> gathering = new Gathering<>(stages.size());
        for (CompletionStage<T> stage : stages) {
            stage.whenComplete(gathering::take);
        }
        return gathering.done;
    }

    private void take(@Nullable T answer, @Nullable Throwable error) {
        boolean last;
        boolean first;
        synchronized (this) {
            open--;
            if (answer != null) {
                answers.add(answer);
            } else {
                trouble = error;
            }
            last = open == 0;
            first = answer != null && answers.size() == 1;
        }
        if (last) {
            end();
        } else if (first) {
            CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(this::end);
        }
    }

    private void end() {
        List<T> gathered;
        synchronized (this) {
            gathered = List.copyOf(answers);
        }
        if (gathered.isEmpty()) {
            done.completeExceptionally(trouble == null ? new IllegalStateException("nobody was asked") : trouble);
        } else {
            done.complete(gathered);
        }
    }
}
