package org.headroom.derate;

import java.util.Map;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemorySites;
import org.headroom.testkit.ScoringModuleContract;

class DeRateContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new DeRateModule();
    }

    @Override
    protected ModuleContext context() {
        return TestParameters.context("UNKNOWN").build();
    }

    @Override
    protected MemorySites sites() {
        return MemorySites.builder()
                .greenfield("nothing is known", 50, 0)
                .greenfield("all is known", 1, 1)
                .measured("publishedHeadroomMw", 200, 200)
                .measured("publishedHeadroomCondition", 2, 2)
                .measured("firmHeadroomMw", 100, 100)
                .measured("nominalVoltageKv", 138, 230)
                .measured("expectedLoadMw", 10, 40)
                .measured("usableRightMw", 0, 0)
                .measured("flexibleHeadroomMw", 100, 4_000)
                .brownfield("mine", 3, 3, Map.of())
                .measured("usableRightMw", 50, 120)
                .brownfield("large", 5, 5, Map.of())
                .measured("usableRightMw", 750, 750)
                .build();
    }
}
