package org.headroom.example;

import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.ScoringModuleContract;

class DaylightContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new DaylightModule();
    }

    @Override
    protected ModuleContext context() {
        return MemoryContext.builder().build();
    }
}
