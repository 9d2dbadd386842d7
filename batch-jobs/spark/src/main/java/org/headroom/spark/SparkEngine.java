package org.headroom.spark;

import java.util.List;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.headroom.jobs.engine.BlockEngine;
import org.headroom.jobs.step.BlockRange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.collection.immutable.Range$;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;
import scala.runtime.BoxedUnit;

/**
 * Parts of steps as tasks of Spark, one a partition. The driver is this process, with the lease, the batch job, the ranking and the publishing; a
 * task is {@link org.headroom.jobs.night.PartWorker}. Nothing is shuffled, cached or sent back but the names of attempts. Spark does a task
 * again whose executor died, on another one, and gives up when a task has failed four times ({@code spark.task.maxFailures}).
 */
final class SparkEngine implements BlockEngine {
    private static final Logger LOG = LoggerFactory.getLogger(SparkEngine.class);
    private static final long PATIENCE_SECONDS = 30;

    private final String master;
    private final ExecutorWatch watch = new ExecutorWatch();
    private @Nullable JavaSparkContext context;

    SparkEngine(String master) {
        this.master = master;
    }

    /** @param request for executors to prepare for; empty for none */
    private synchronized JavaSparkContext context(byte[] request) {
        JavaSparkContext open = context;
        if (open == null) {
            Masters.refuseWhereNobodyAnswers(master);
            SparkConf settings = SparkSettings.of(master);
            ExecutorPreparation.ask(settings, request);
            try {
                open = new JavaSparkContext(settings);
            } catch (Exception e) {
                // Scala throws what it does not declare.
                throw SparkFailures.ofStart(master, e);
            }
            open.sc().addSparkListener(watch);
            context = open;
        }
        return open;
    }

    @Override
    public void prepare(byte[] request) {
        Masters.refuseWhereNobodyAnswers(master);
        Thread thread = new Thread(
                () -> {
                    try {
                        context(request);
                    } catch (RuntimeException e) {
                        LOG.debug("the cluster cannot be had yet; the first step that needs it tries again", e);
                    }
                },
                "headroom-spark-begin");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Work begin(byte[] order, String step, List<BlockRange> parts, Receiver receiver) {
        JavaSparkContext spark = context(new byte[0]);
        RDD<BlockRange> partitions = spark.parallelize(parts, parts.size()).rdd();
        SimpleFutureAction<String> action = spark.sc()
                .submitJob(
                        partitions,
                        new PartTask(order, step),
                        Range$.MODULE$.apply(0, parts.size()),
                        (partition, result) -> {
                            receiver.done(result);
                            return BoxedUnit.UNIT;
                        },
                        () -> step);
        long begun = watch.begun();
        Thread waiting = new Thread(() -> await(action, step, begun, receiver), "headroom-spark");
        waiting.setDaemon(true);
        waiting.start();
        return action::cancel;
    }

    private void await(SimpleFutureAction<String> action, String step, long begun, Receiver receiver) {
        try {
            for (boolean isTold = false; !action.isCompleted(); ) {
                waitSome(action);
                if (!isTold && !action.isCompleted() && watch.begun() == begun) {
                    LOG.warn(
                            "no worker of {} has had room for step {} in {} s; it goes on waiting",
                            master,
                            step,
                            PATIENCE_SECONDS);
                    isTold = true;
                }
            }
            Await.result(action, Duration.Zero());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            receiver.failed(e);
        } catch (Exception e) {
            receiver.failed(SparkFailures.ofWork(step, master, e));
        }
    }

    private static void waitSome(SimpleFutureAction<String> action) throws InterruptedException {
        try {
            Await.ready(action, Duration.create(PATIENCE_SECONDS, "s"));
        } catch (java.util.concurrent.TimeoutException e) {
            LOG.debug("still at work");
        }
    }

    @Override
    public synchronized void close() {
        watch.end();
        if (context != null) {
            context.close();
            context = null;
        }
    }
}
