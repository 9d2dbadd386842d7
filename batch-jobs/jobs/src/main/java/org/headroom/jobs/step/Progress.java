package org.headroom.jobs.step;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.MDC;

/** How far a run is. Written by the steps, read by whoever shows it. Safe for several threads. */
public final class Progress {
    private volatile String step = "";
    private volatile long total;
    private final AtomicLong done = new AtomicLong();

    /** Begins a step with so many pieces of work; log lines of this thread name it until the piece of the step ends. */
    public void begin(String newStep, long newTotal) {
        MDC.put("step", newStep);
        if (!newStep.equals(step)) {
            done.set(0);
            total = newTotal;
            step = newStep;
        }
    }

    public void advance(long pieces) {
        done.addAndGet(pieces);
    }

    /** Id of the step; empty before the first. */
    public String step() {
        return step;
    }

    /** Pieces of work of the step: layers, or sites. */
    public long total() {
        return total;
    }

    public long done() {
        return done.get();
    }
}
