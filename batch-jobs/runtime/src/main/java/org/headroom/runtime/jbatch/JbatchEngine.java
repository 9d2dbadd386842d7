package org.headroom.runtime.jbatch;

import com.ibm.jbatch.container.exception.PersistenceException;
import com.ibm.jbatch.container.services.IBatchKernelService;
import com.ibm.jbatch.container.servicesmanager.ServiceTypes;
import com.ibm.jbatch.container.servicesmanager.ServicesManagerImpl;
import com.ibm.jbatch.spi.BatchSPIManager;
import com.ibm.jbatch.spi.BatchSPIManager.PlatformMode;
import com.ibm.jbatch.spi.DatabaseAlreadyInitializedException;
import com.ibm.jbatch.spi.DatabaseConfigurationBean;
import com.ibm.jbatch.spi.ServiceRegistry.ServicePropertyNames;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.JobStartException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.engine.JobEngine;
import org.headroom.runtime.repository.JobDatabase;
import org.headroom.runtime.repository.Sql;
import org.jspecify.annotations.Nullable;

/**
 * jbatch 2.1 embedded, of which there is one in a class loader: it is configured by statics before its first use and cannot be configured
 * again.
 *
 * <p>It runs in EE mode. In SE mode it opens a new connection for every statement, which closes and opens the database file each
 * time; in EE mode it takes connections from a data source, which can be a pool and keeps the file, and so the lock on it, open.
 * What else EE mode brings is replaced: JTA by transactions of the repository alone, CDI by artifacts made
 * from their class names.
 *
 * <p>What it does, it does with its own class loader as that of the thread: jbatch reads what it wrote by that one, and its threads inherit
 * it.
 *
 * <p>Public with a constructor without arguments because the {@link ServiceLoader} makes it.
 */
public final class JbatchEngine implements JobEngine {
    private static final RepositorySource REPOSITORY = new RepositorySource();
    private static @Nullable JobOperator configured;

    private final FailureLog failures = new FailureLog();

    /** What it keeps its jobs in, for the services that jbatch makes by their names. */
    static RepositorySource repository() {
        return REPOSITORY;
    }

    @Override
    public void use(JobDatabase database) {
        REPOSITORY.set(database);
        failures.install();
        try {
            inContext(JbatchEngine::operator);
        } catch (PersistenceException | ServiceConfigurationError e) {
            // It looks into the repository when it is made, which the service loader does.
            if (!isOfRepository(e)) {
                throw e;
            }
            throw Sql.failure("the job repository cannot be read", e);
        }
    }

    @Override
    public void release() {
        REPOSITORY.set(null);
        failures.uninstall();
    }

    private static synchronized JobOperator operator() {
        JobOperator operator = configured;
        if (operator == null) {
            configure();
            operator = ServiceLoader.load(JobOperator.class, JbatchEngine.class.getClassLoader())
                    .findFirst()
                    .orElseThrow();
            configured = operator;
        }
        return operator;
    }

    private static void configure() {
        BatchSPIManager manager = BatchSPIManager.getInstance();
        manager.registerPlatformMode(PlatformMode.EE);
        Properties services = new Properties();
        services.setProperty(
                ServicePropertyNames.CONTAINER_ARTIFACT_FACTORY_SERVICE, InheritingArtifactFactory.class.getName());
        services.setProperty(ServicePropertyNames.BATCH_THREADPOOL_SERVICE, QuietThreads.class.getName());
        services.setProperty(ServicePropertyNames.TRANSACTION_SERVICE, RepositoryTransactions.class.getName());
        services.setProperty(ServiceTypes.PERSISTENCE_MANAGEMENT_SERVICE, SchemalessPersistence.class.getName());
        manager.registerBatchContainerOverrideProperties(services);
        DatabaseConfigurationBean database = new DatabaseConfigurationBean();
        database.setDataSource(REPOSITORY.asDataSource());
        try {
            manager.registerDatabaseConfigurationBean(database);
        } catch (DatabaseAlreadyInitializedException e) {
            throw new IllegalStateException("jbatch was used before it was configured", e);
        }
    }

    private static <T extends @Nullable Object> T inContext(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(JbatchEngine.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static IBatchKernelService kernel() {
        return ServicesManagerImpl.getInstance().getBatchKernelService();
    }

    private static CrashRepair repair() {
        return new CrashRepair(
                new Sql(REPOSITORY::getConnection),
                ServicesManagerImpl.getInstance().getJobStatusManagerService());
    }

    @Override
    public Connection connection() throws SQLException {
        return REPOSITORY.getConnection();
    }

    @Override
    public <T extends @Nullable Object> T together(Supplier<T> work) {
        return REPOSITORY.together(work);
    }

    @Override
    public void sync() {
        REPOSITORY.sync();
    }

    @Override
    public void gatherWrites() {
        REPOSITORY.gatherWrites();
    }

    @Override
    public long start(String job, Properties parameters) {
        try {
            return inContext(() -> operator().start(job, parameters));
        } catch (JobStartException | PersistenceException e) {
            throw notBegun("the job " + job + " cannot be started", e);
        }
    }

    @Override
    public long restart(JobRun run, Properties parameters) {
        try {
            return inContext(() -> {
                REPOSITORY.together(() -> {
                    repair().prepareRestart(run);
                    return null;
                });
                return operator().restart(run.executionId(), parameters);
            });
        } catch (JobRestartException | PersistenceException e) {
            throw notBegun("execution " + run.executionId() + " cannot be restarted", e);
        }
    }

    private static HeadroomException notBegun(String what, RuntimeException e) {
        return isOfRepository(e)
                ? Sql.failure(what + ", as the job repository cannot be written", e)
                : new HeadroomException(FailureFamily.INTERNAL, what + ": " + e.getMessage(), "Start the job anew.", e);
    }

    private static boolean isOfRepository(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PersistenceException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void stop(long executionId) {
        try {
            inContext(() -> {
                if (kernel().isExecutionRunning(executionId)) {
                    operator().stop(executionId);
                }
                return null;
            });
        } catch (JobExecutionNotRunningException e) {
            // It ended between the question and the request, which is what was wanted.
            return;
        } catch (PersistenceException e) {
            throw Sql.failure("execution " + executionId + " cannot be told to stop", e);
        }
    }

    /** The kernel forgets an execution after its last write to the repository. */
    @Override
    public boolean isRunning(long executionId) {
        return kernel().isExecutionRunning(executionId);
    }

    @Override
    public boolean isIdle() {
        return ((QuietThreads) ServicesManagerImpl.getInstance().getThreadPoolService()).areIdle();
    }

    @Override
    public void settleDead() {
        try {
            inContext(() -> {
                repair().settleDead();
                return null;
            });
        } catch (PersistenceException e) {
            throw Sql.failure("what a dead process left in the job repository cannot be settled", e);
        }
    }

    @Override
    public String failureLog() {
        return failures.text();
    }
}
