package org.headroom.spark;

import java.util.Base64;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.headroom.jobs.night.PartWorker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has each executor read project and policy while the driver still reads layers. Made by Spark. */
public final class ExecutorPreparation implements SparkPlugin {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutorPreparation.class);
    private static final String PLUGINS = "spark.plugins";
    private static final String REQUEST = "spark.headroom.request";

    /** Has executors prepare for a request; for none where it is empty. Plugins that somebody asked for stay. */
    static void ask(SparkConf settings, byte[] request) {
        if (request.length == 0) {
            return;
        }
        String others = settings.get(PLUGINS, "");
        settings.set(PLUGINS, (others.isEmpty() ? "" : others + ",") + ExecutorPreparation.class.getName());
        settings.set(REQUEST, Base64.getEncoder().encodeToString(request));
    }

    @Override
    public @Nullable DriverPlugin driverPlugin() {
        return null;
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new ExecutorPlugin() {
            @Override
            public void init(PluginContext context, Map<String, String> unused) {
                byte[] request = Base64.getDecoder().decode(context.conf().get(REQUEST));
                Thread thread = new Thread(() -> prepare(request), "headroom-prepare");
                thread.setDaemon(true);
                thread.start();
            }
        };
    }

    private static void prepare(byte[] request) {
        try {
            PartWorker.prepare(request);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("not prepared; the first part of a step tells why", e);
        }
    }
}
