package org.headroom.timetopower;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.headroom.model.LoadRequest;
import org.headroom.model.RampStep;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemorySites;
import org.headroom.testkit.ScoringModuleContract;

class TimeToPowerContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new TimeToPowerModule();
    }

    @Override
    protected ModuleContext context() {
        List<RampStep> ramp = IntStream.rangeClosed(1, LoadRequest.MOST_STEPS)
                .mapToObj(step -> new RampStep(2026 + step, 20 * step))
                .toList();
        return TestParameters.spread()
                .request(LoadRequest.growing("data_center", ramp))
                .build();
    }

    @Override
    protected MemorySites sites() {
        return MemorySites.builder()
                .greenfield("nothing is known", 0, 0)
                .greenfield("all is known", 1, 1)
                .measured("queueMonthsP10", 12, 14)
                .measured("queueMonthsP50", 40, 50)
                .measured("queueMonthsP90", 80, 120)
                .measured("moratoriumGate", 2, 2)
                .measured("moratoriumDaysLeft", 100, 400)
                .measured("distanceToInterconnectionKm", 0, 8)
                .greenfield("far", 2, 2)
                .measured("distanceToInterconnectionKm", 20_000, 20_000)
                .brownfield("mine", 3, 3, Map.of("facilityStatus", "OPERATING"))
                .measured("usableRightMw", 120, 120)
                .brownfield("perhaps", 4, 4, Map.of())
                .measured("usableRightMw", 50, 120)
                .build();
    }
}
