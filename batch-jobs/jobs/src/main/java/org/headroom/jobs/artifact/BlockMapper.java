package org.headroom.jobs.artifact;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.batch.runtime.context.StepContext;
import jakarta.inject.Inject;
import java.util.Properties;
import org.headroom.jobs.night.Night;

/** Cuts the sites into runs of blocks. How many depends on the number of sites only, so that a restart with other threads finds them again. */
public final class BlockMapper extends WorkArtifact implements PartitionMapper {
    private static final int MAX_PARTITIONS = 16;

    @Inject
    StepContext step;

    @Override
    public PartitionPlan mapPartitions() {
        return guard(() -> plan(night()));
    }

    private PartitionPlan plan(Night night) {
        int blocks = night.hasWork(step.getStepName()) ? night.blocks().count() : 0;
        night.progress().begin(step.getStepName(), night.blocks().sites());
        int partitions = Math.max(1, Math.min(MAX_PARTITIONS, blocks));
        Properties[] properties = new Properties[partitions];
        for (int i = 0; i < partitions; i++) {
            properties[i] = new Properties();
            properties[i].setProperty("firstBlock", Integer.toString((int) ((long) blocks * i / partitions)));
            properties[i].setProperty("endBlock", Integer.toString((int) ((long) blocks * (i + 1) / partitions)));
        }
        PartitionPlanImpl plan = new PartitionPlanImpl();
        plan.setPartitions(partitions);
        plan.setThreads(Math.min(partitions, night.request().threads()));
        plan.setPartitionProperties(properties);
        return plan;
    }
}
