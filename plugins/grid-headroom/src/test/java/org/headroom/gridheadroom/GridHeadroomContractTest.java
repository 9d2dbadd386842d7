package org.headroom.gridheadroom;

import static org.headroom.gridheadroom.GridFixture.substation;

import java.time.LocalDate;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.ScoringModuleContract;

class GridHeadroomContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new GridHeadroomModule();
    }

    @Override
    protected ModuleContext context() {
        return GridFixture.context()
                .layer(GridFixture.substations()
                        .point("low", -99.99, 40, substation(69))
                        .point("bare", -99, 40, substation(138))
                        .point(
                                "full",
                                -100,
                                41,
                                substation(
                                        345,
                                        "publishedHeadroomMw",
                                        120,
                                        "headroomAsOf",
                                        LocalDate.of(2025, 10, 1),
                                        "headroomBinding",
                                        "STATIC_NODE",
                                        "headroomCondition",
                                        "RIDE_THROUGH",
                                        "transformerTotalMva",
                                        600,
                                        "transformerLargestMva",
                                        200,
                                        "peakDemandMw",
                                        150,
                                        "committedLoadMw",
                                        40))
                        .build())
                .layer(MemoryLayer.of(LayerKind.GRID_CAPACITY, "counties")
                        .ordinal(1)
                        .evidence(EvidenceClass.OBSERVED)
                        .box("C1", -101, 39, -98, 42, Map.of("nominalVoltageKv", 230, "bulkSubstationCount", 4))
                        .box("C2", -98, 39, -94, 42, Map.of("nominalVoltageKv", 0, "transferCapacityMw", 1500))
                        .build())
                .build();
    }
}
