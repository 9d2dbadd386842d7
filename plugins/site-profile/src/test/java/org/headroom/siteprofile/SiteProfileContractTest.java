package org.headroom.siteprofile;

import java.util.Map;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemorySites;
import org.headroom.testkit.ScoringModuleContract;

class SiteProfileContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new SiteProfileModule();
    }

    @Override
    protected ModuleContext context() {
        return MemoryContext.builder().build();
    }

    @Override
    protected MemorySites sites() {
        return MemorySites.builder()
                .site(
                        "full",
                        SiteOrigin.GREENFIELD,
                        0,
                        0,
                        Map.of("buildableAreaHa", 40, "distanceToFibreKm", 3.5, "fossilFraction", 0.4))
                .site("land only", SiteOrigin.GREENFIELD, 1, 0, Map.of("buildableAreaHa", 12))
                .site("nothing", SiteOrigin.BROWNFIELD, 2, 0, Map.of())
                .build();
    }
}
