package org.headroom.jobs.decide;

import org.headroom.decide.acceptability.RankSureness;
import org.headroom.decide.advice.Advice;
import org.headroom.decide.advice.CallList;
import org.headroom.jobs.step.Progress;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.file.Json;
import org.headroom.runs.folder.WorkFolder;

/** The step between the ranking and its publication: how sure the ranks are, and what is worth asking. Its files lie in the work folder; done again, it begins anew. */
public final class Decisions {
    private final WorkFolder work;
    private final Policy policy;
    private final int threads;
    private final Progress progress;

    /**
     * @param policy the policy that the sites were scored by
     * @param threads how many work at the same time, at least 1
     */
    public Decisions(WorkFolder work, Policy policy, int threads, Progress progress) {
        this.work = work;
        this.policy = policy;
        this.threads = threads;
        this.progress = progress;
    }

    public void make() {
        progress.begin("decide", 1);
        new RankSureness(work.columns(), policy, threads).write();
        if (policy.drawsOutcomes()) {
            int topN = policy.decision().topN();
            Json.write(work.columns().advice(), new Advice(topN, new CallList(work.columns(), policy, topN).ofList()));
        }
        progress.advance(1);
    }
}
