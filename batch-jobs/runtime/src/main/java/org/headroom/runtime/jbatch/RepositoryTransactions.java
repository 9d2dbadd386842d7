package org.headroom.runtime.jbatch;

import com.ibm.jbatch.container.transaction.impl.DefaultNonTransactionalManager;
import com.ibm.jbatch.spi.services.IBatchConfig;
import com.ibm.jbatch.spi.services.ITransactionManagementService;
import com.ibm.jbatch.spi.services.TransactionManagerAdapter;
import jakarta.batch.runtime.context.StepContext;

/**
 * The transactions of chunks: what jbatch writes to its repository between begin and commit is written as one, so that the checkpoints
 * of reader and writer never differ. In SE mode they can: jbatch writes them one after the other, and a process that dies between the
 * two leaves a reader that is a chunk ahead of its writer.
 *
 * <p>The output of a chunk is outside of these transactions. A writer has to make it durable before the checkpoint, and to bear being
 * given the same items twice.
 *
 * <p>Public with a constructor without arguments because jbatch makes it by name.
 */
public final class RepositoryTransactions implements ITransactionManagementService {
    @Override
    public void init(IBatchConfig config) {}

    @Override
    public void shutdown() {}

    @Override
    public TransactionManagerAdapter getTransactionManager(StepContext stepContext) {
        RepositorySource repository = JbatchEngine.repository();
        return new DefaultNonTransactionalManager() {
            @Override
            public void begin() {
                super.begin();
                repository.begin();
            }

            @Override
            public void commit() {
                repository.commit();
                super.commit();
            }

            @Override
            public void rollback() {
                repository.rollback();
                super.rollback();
            }
        };
    }
}
