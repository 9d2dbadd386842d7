package org.headroom.cooling;

import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.ScoringModuleContract;

class CoolingContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new CoolingModule();
    }

    @Override
    protected ModuleContext context() {
        return TestParameters.context("AIR")
                .number("minimumStationHours", 48)
                .layer(TestClimate.station())
                .layer(TestClimate.degreeDays())
                .layer(TestClimate.raster())
                .layer(TestClimate.jointStations())
                .build();
    }
}
