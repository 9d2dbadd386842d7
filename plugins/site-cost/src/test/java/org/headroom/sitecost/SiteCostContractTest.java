package org.headroom.sitecost;

import java.util.Map;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemorySites;
import org.headroom.testkit.ScoringModuleContract;

class SiteCostContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new SiteCostModule();
    }

    @Override
    protected ModuleContext context() {
        return TestCosts.context().build();
    }

    @Override
    protected MemorySites sites() {
        return MemorySites.builder()
                .greenfield("bare", 0, 0)
                .greenfield("land", 1, 1)
                .measured("distanceToInterconnectionKm", 3, 7)
                .measured("nominalVoltageKv", 138, 345)
                .measured("energyPriceUsdPerMwh", 40, 60)
                .measured("timeToPowerMonthsP50", 36, 90)
                .greenfield("far", 2, 2)
                .measured("distanceToBulkTransmissionKm", 90, 90)
                .measured("energyPriceUsdPerMwh", -5, 60)
                .measured("timeToPowerMonthsP50", 30, 40)
                .brownfield("mine", 3, 3, Map.of())
                .measured("usableRightMw", 50, 300)
                .measured("convertibleMw", 20, 400)
                .measured("distanceToInterconnectionKm", 0, 0)
                .measured("energyPriceUsdPerMwh", 40, 40)
                .measured("pue", 1.2, 1.3)
                .measured("peakPue", 1.3, 1.4)
                .measured("timeToPowerMonthsP50", 0, 0)
                .build();
    }
}
