package org.headroom.runtime.jbatch;

import com.ibm.jbatch.container.services.IBatchKernelService;
import com.ibm.jbatch.container.services.IJobStatusManagerService;
import com.ibm.jbatch.container.servicesmanager.ServiceTypes;
import com.ibm.jbatch.container.servicesmanager.ServicesManagerImpl;
import com.ibm.jbatch.spi.BatchSPIManager;
import com.ibm.jbatch.spi.BatchSPIManager.PlatformMode;
import com.ibm.jbatch.spi.DatabaseAlreadyInitializedException;
import com.ibm.jbatch.spi.DatabaseConfigurationBean;
import com.ibm.jbatch.spi.ServiceRegistry.ServicePropertyNames;
import jakarta.batch.operations.JobOperator;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * jbatch itself, of which there is one in a JVM: it is configured by statics before its first use and cannot be configured again.
 *
 * <p>It runs in EE mode. In SE mode it opens a new connection for every statement, which closes and opens the database file each
 * time; in EE mode it takes connections from a data source, which can be a pool and keeps the file, and so the lock on it, open.
 * What else EE mode brings is replaced: JTA by transactions of the repository alone, CDI by artifacts made
 * from their class names.
 */
final class JbatchContainer {
    private static @Nullable JbatchContainer instance;

    private static final RepositorySource REPOSITORY = new RepositorySource();

    private final FailureLog failures = FailureLog.install();
    private final JobOperator operator;

    private JbatchContainer(JobDatabase first) {
        REPOSITORY.set(first);
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
        database.setDataSource(REPOSITORY);
        try {
            manager.registerDatabaseConfigurationBean(database);
        } catch (DatabaseAlreadyInitializedException e) {
            throw new IllegalStateException("jbatch was used before it was configured", e);
        }
        operator = jakarta.batch.runtime.BatchRuntime.getJobOperator();
    }

    /** jbatch, working on this repository from now on. */
    static synchronized JbatchContainer use(JobDatabase database) {
        JbatchContainer container = instance;
        if (container == null) {
            container = new JbatchContainer(database);
            instance = container;
        }
        REPOSITORY.set(database);
        container.failures.clear();
        return container;
    }

    static RepositorySource repository() {
        return REPOSITORY;
    }

    void release() {
        REPOSITORY.set(null);
    }

    JobOperator operator() {
        return operator;
    }

    IBatchKernelService kernel() {
        return ServicesManagerImpl.getInstance().getBatchKernelService();
    }

    IJobStatusManagerService statuses() {
        return ServicesManagerImpl.getInstance().getJobStatusManagerService();
    }

    String failureLog() {
        return failures.text();
    }
}
