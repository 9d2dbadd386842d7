package org.headroom.jobs.engine;

import java.util.Optional;
import java.util.ServiceLoader;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;

/**
 * The engine of this process, for the steps of all runs that it makes. It is no part of what a run is asked for: a run that was begun with one may
 * be gone on with by another or by none, as the result is the same.
 */
public final class Engines {
    private static @Nullable BlockEngine inUse;

    private Engines() {}

    /** An engine in use until it is closed. */
    public interface Use extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Has the steps of runs done by an engine from now on.
     *
     * @param address where the engine is; null for this process, which is what holds without a call too
     * @throws HeadroomException of family CONFIG when no installed engine knows the address
     */
    public static Use use(@Nullable String address) {
        if (address == null) {
            return () -> {};
        }
        return use(find(address));
    }

    /** As {@link #use(String)}, with an engine that was made elsewhere. */
    public static synchronized Use use(BlockEngine engine) {
        inUse = engine;
        return () -> {
            synchronized (Engines.class) {
                inUse = null;
            }
            engine.close();
        };
    }

    /** The engine; empty when steps are done in this process. */
    public static synchronized Optional<BlockEngine> inUse() {
        return Optional.ofNullable(inUse);
    }

    private static BlockEngine find(String address) {
        for (BlockEngineMaker maker : ServiceLoader.load(BlockEngineMaker.class, Engines.class.getClassLoader())) {
            if (maker.knows(address)) {
                return maker.make(address);
            }
        }
        throw new HeadroomException(
                FailureFamily.CONFIG,
                "no engine is installed that knows --engine " + address,
                "Leave --engine out to rank on this machine; the result is the same. The engine for Apache Spark"
                        + " (local[N], spark://HOST:PORT, yarn, k8s://...) is no part of the usual program: build it with"
                        + " \"./mvnw package -Pspark -pl batch-jobs/spark -am -Dmaven.test.skip=true\", and give the same"
                        + " command to batch-jobs/spark/headroom-spark. See batch-jobs/spark/DEPLOY.md.");
    }
}
