package dev.porchlight.server.dev;

import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Mischief;
import dev.porchlight.wire.dev.FaultRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that are still to come. They hit neither the operator nor whoever sets them. */
public final class Faults implements Mischief {
    static final int MAX = 1000;

    private final List<Planned> planned = new ArrayList<>();
    private volatile boolean none = true;

    /** A fault, and how many requests it is still for. */
    record Planned(FaultRequest request, Selection selection, Mischief.Fault fault, int left) {

        Planned withLeft(int newLeft) {
            return new Planned(request, selection, fault, newLeft);
        }

        FaultRequest shown() {
            return request.withTimes(left);
        }
    }

    @Override
    public @Nullable Fault next(Call call, String path) {
        return none || call.principal().operator() || path.startsWith("/_dev/") ? null : taken(call, path);
    }

    private synchronized @Nullable Fault taken(Call call, String path) {
        for (int i = 0; i < planned.size(); i++) {
            Planned plan = planned.get(i);
            if (plan.selection().covers(call, path)) {
                if (plan.left() == 1) {
                    planned.remove(i);
                } else {
                    planned.set(i, plan.withLeft(plan.left() - 1));
                }
                none = planned.isEmpty();
                return plan.fault();
            }
        }
        return null;
    }

    /** Adds one behind the others; false where there are as many as there may be. */
    synchronized boolean add(Planned plan) {
        if (planned.size() == MAX) {
            return false;
        }
        planned.add(plan);
        none = false;
        return true;
    }

    synchronized List<Planned> all() {
        return List.copyOf(planned);
    }

    synchronized void clear() {
        planned.clear();
        none = true;
    }
}
