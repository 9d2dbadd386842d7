package org.headroom.miningconversion;

import java.util.Map;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemorySites;
import org.headroom.testkit.ScoringModuleContract;

class MiningConversionContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new MiningConversionModule();
    }

    @Override
    protected ModuleContext context() {
        return TestParameters.context().build();
    }

    @Override
    protected MemorySites sites() {
        return MemorySites.builder()
                .greenfield("land", 0, 0)
                .brownfield("bare", 1, 1, Map.of())
                .brownfield("contract", 2, 2, Map.of("facilityStatus", "OPERATING"))
                .measured("usableRightMw", 40, 80)
                .measured("rightSavesMonths", 30, 50)
                .brownfield(
                        "full",
                        3,
                        3,
                        Map.of(
                                "operatingSinceYear",
                                2019,
                                "buildableAreaHa",
                                9,
                                "buildingAreaM2",
                                70_000,
                                "coolingTechnology",
                                "IMMERSION",
                                "facilityStatus",
                                "OPERATING"))
                .measured("usableRightMw", 120, 120)
                .measured("rightSavesMonths", 42, 42)
                .brownfield("no wait known", 4, 4, Map.of())
                .measured("usableRightMw", 0, 50)
                .brownfield("none", 5, 5, Map.of())
                .measured("usableRightMw", 0, 0)
                .build();
    }
}
