package org.headroom.spark;

import java.util.regex.Pattern;
import org.headroom.jobs.engine.BlockEngine;
import org.headroom.jobs.engine.BlockEngineMaker;

/** Knows the addresses of Spark's masters. */
public final class SparkEngineMaker implements BlockEngineMaker {
    private static final Pattern MASTER =
            Pattern.compile("local(-cluster)?(\\[[0-9*, ]+])?|yarn|spark://\\S+|k8s://\\S+");

    @Override
    public boolean knows(String address) {
        return MASTER.matcher(address).matches();
    }

    @Override
    public BlockEngine make(String address) {
        return new SparkEngine(address);
    }
}
