package org.headroom.jobs.artifact;

import jakarta.batch.api.Decider;
import jakarta.batch.runtime.StepExecution;

/** Ends the run early when a published run has the same inputs. */
public final class ChangeDecider extends WorkArtifact implements Decider {
    @Override
    public String decide(StepExecution[] executions) {
        return guard(() -> night().inputs().isUnchanged() ? "UNCHANGED" : "CHANGED");
    }
}
