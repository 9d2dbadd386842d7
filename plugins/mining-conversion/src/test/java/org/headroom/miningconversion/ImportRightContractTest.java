package org.headroom.miningconversion;

import java.util.Map;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemorySites;
import org.headroom.testkit.ScoringModuleContract;

class ImportRightContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new ImportRightModule();
    }

    @Override
    protected ModuleContext context() {
        return TestParameters.ofRight();
    }

    @Override
    protected MemorySites sites() {
        return MemorySites.builder()
                .greenfield("land", 0, 0)
                .brownfield("bare", 1, 1, Map.of())
                .brownfield("full", 2, 2, running(80, "NAMEPLATE"))
                .brownfield("negative", 4, 4, Map.of("contractedCapacityMw", -1))
                .brownfield("none", 5, 5, running(0, "CONTRACTED"))
                .brownfield("let", 6, 6, Map.of("contractedCapacityMw", 394, "facilityStatus", "CONVERTED"))
                .build();
    }

    private static Map<String, ?> running(double megawatts, String meaning) {
        return Map.of("contractedCapacityMw", megawatts, "facilityStatus", "OPERATING", "capacityMeaning", meaning);
    }
}
