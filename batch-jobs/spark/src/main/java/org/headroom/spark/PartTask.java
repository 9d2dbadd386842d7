package org.headroom.spark;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.headroom.jobs.night.PartWorker;
import org.headroom.jobs.step.BlockRange;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What an executor does with a partition: the part of the step that it holds. */
final class PartTask extends AbstractFunction1<Iterator<BlockRange>, byte[]> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] order;
    private final String step;

    PartTask(byte[] order, String step) {
        this.order = order;
        this.step = step;
    }

    /** Spark gives every attempt at every task of an application a number of its own, which makes the name of the attempt. */
    @Override
    public byte[] apply(Iterator<BlockRange> partition) {
        BlockRange part = partition.next();
        return PartWorker.carryOut(
                order, step, part, step + "-" + TaskContext.get().taskAttemptId());
    }
}
