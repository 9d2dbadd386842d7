package org.headroom.model;

import java.util.List;

/**
 * What the planner wants to connect.
 *
 * @param sector what the load is, in the words of moratoria: {@code data_center} or {@code cryptocurrency_mining}
 * @param requestedLoadMw grid-side power, MW AC, above 0; of a ramp its last step, the largest
 * @param ramp the years by which parts of it are wanted, rising, with loads that never fall; empty for a load that is wanted at once
 */
public record LoadRequest(String sector, double requestedLoadMw, List<RampStep> ramp) {
    /** Steps that a ramp may have at most. */
    public static final int MOST_STEPS = 6;

    public LoadRequest {
        if (!(requestedLoadMw > 0)) {
            throw new IllegalArgumentException("requestedLoadMw is " + requestedLoadMw + ", it must be above 0");
        }
        ramp = List.copyOf(ramp);
        if (ramp.size() > MOST_STEPS) {
            throw new IllegalArgumentException("a ramp of " + ramp.size() + " steps; at most " + MOST_STEPS);
        }
        for (int step = 1; step < ramp.size(); step++) {
            RampStep before = ramp.get(step - 1);
            RampStep next = ramp.get(step);
            if (next.year() <= before.year() || next.loadMw() < before.loadMw()) {
                throw new IllegalArgumentException("a ramp with " + next + " after " + before
                        + "; its years must rise and its loads must not fall");
            }
        }
        if (!ramp.isEmpty() && ramp.get(ramp.size() - 1).loadMw() != requestedLoadMw) {
            throw new IllegalArgumentException("requestedLoadMw is " + requestedLoadMw + ", not the last of " + ramp);
        }
    }

    /** A load that is wanted at once. */
    public LoadRequest(String sector, double requestedLoadMw) {
        this(sector, requestedLoadMw, List.of());
    }

    /**
     * A load that grows.
     *
     * @param ramp at least one step
     */
    public static LoadRequest growing(String sector, List<RampStep> ramp) {
        return new LoadRequest(sector, ramp.get(ramp.size() - 1).loadMw(), ramp);
    }
}
