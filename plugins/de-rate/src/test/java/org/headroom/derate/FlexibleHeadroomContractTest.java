package org.headroom.derate;

import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemorySites;
import org.headroom.testkit.ScoringModuleContract;

class FlexibleHeadroomContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new FlexibleHeadroomModule();
    }

    @Override
    protected ModuleContext context() {
        return TestParameters.flexible()
                .layer(FlexibleHeadroomTest.loads(1))
                .layer(FlexibleHeadroomTest.boundaries())
                .build();
    }

    @Override
    protected MemorySites sites() {
        return MemorySites.builder()
                .greenfield("inside", 5, 5)
                .greenfield("outside", 50, 5)
                .build();
    }
}
