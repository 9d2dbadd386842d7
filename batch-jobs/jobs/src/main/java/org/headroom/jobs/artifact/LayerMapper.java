package org.headroom.jobs.artifact;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import java.util.List;
import java.util.Properties;
import org.headroom.jobs.night.Night;

/** One partition a layer, the largest first, so that no thread is left with it when the others are done. */
public final class LayerMapper extends WorkArtifact implements PartitionMapper {
    @Override
    public PartitionPlan mapPartitions() {
        Night night = night();
        List<String> layers = night.guard().guard(night::layersToLoad);
        night.progress().begin("load", layers.size());
        Properties[] properties = new Properties[layers.size()];
        for (int i = 0; i < properties.length; i++) {
            properties[i] = new Properties();
            properties[i].setProperty("layer", layers.get(i));
        }
        PartitionPlanImpl plan = new PartitionPlanImpl();
        plan.setPartitions(properties.length);
        plan.setThreads(Math.min(properties.length, night.request().threads()));
        plan.setPartitionProperties(properties);
        return plan;
    }
}
