package org.headroom.moratorium;

import static org.headroom.moratorium.MoratoriumFixture.instrument;

import java.time.LocalDate;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.ScoringModuleContract;

class MoratoriumContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new MoratoriumModule();
    }

    @Override
    protected ModuleContext context() {
        LocalDate adopted = LocalDate.of(2026, 1, 5);
        return MoratoriumFixture.context()
                .layer(MoratoriumFixture.layer()
                        .box("year", 0, 0, 1, 1, instrument("ACTIVE", "adoptedDate", adopted, "durationDays", 365))
                        .box("open", 0.5, 0, 2, 1, instrument("ACTIVE", "adoptedDate", adopted))
                        .box(
                                "city",
                                3,
                                0,
                                4,
                                1,
                                instrument("ACTIVE", "jurisdictionType", "City", "adoptedDate", adopted))
                        .point("town", 6, 0.5, instrument("EXTENDED", "adoptedDate", adopted, "durationDays", 90))
                        .box("none", 8, 0, 9, 1, instrument("NONE", "checkedOn", LocalDate.of(2026, 4, 1)))
                        .build())
                .build();
    }
}
