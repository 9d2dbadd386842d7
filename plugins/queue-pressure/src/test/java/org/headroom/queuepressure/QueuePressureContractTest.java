package org.headroom.queuepressure;

import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.ScoringModuleContract;

class QueuePressureContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new QueuePressureModule();
    }

    @Override
    protected ModuleContext context() {
        return TestParameters.context()
                .number("minimumRequests", 3)
                .evaluationDate(TestQueues.EVALUATION)
                .layer(TestQueues.points())
                .layer(TestQueues.counties())
                .layer(TestQueues.markets())
                .build();
    }
}
