package org.headroom.energyprice;

import static org.headroom.energyprice.PriceFixture.price;
import static org.headroom.energyprice.PriceFixture.row;
import static org.headroom.energyprice.PriceFixture.territory;

import java.util.Map;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemorySites;
import org.headroom.testkit.ScoringModuleContract;

class EnergyPriceContractTest extends ScoringModuleContract {
    @Override
    protected ScoringModule module() {
        return new EnergyPriceModule();
    }

    @Override
    protected ModuleContext context() {
        return PriceFixture.context()
                .layer(PriceFixture.prices()
                        .notLocated("1", row("U1", "OH", "A", 6e6, 1e5))
                        .notLocated("2", row("U1", "OH", "C", 2e6, 1e5))
                        .notLocated("3", row("U2", "OH", "A", 9e6, 3e5))
                        .notLocated("4", row("S", "OH", "B", 4e6, 1e5))
                        .notLocated("5", price("STATE", "OH", 72))
                        .box("6", 10, 0, 11, 1, price("ZONE", "Z", 55))
                        .point("7", 20, 0, price("NODE", "N", 44))
                        .build())
                .layer(PriceFixture.territories()
                        .box("1", 0, 0, 2, 1, territory("U1", "OH"))
                        .box("2", 1, 0, 3, 1, territory("U2", "OH"))
                        .build())
                .build();
    }

    @Override
    protected MemorySites sites() {
        MemorySites.Builder sites = MemorySites.builder();
        for (int i = 0; i < 25; i++) {
            Map<String, String> attributes = i % 4 == 3 ? Map.of() : Map.of("stateCode", i % 4 == 2 ? "TX" : "OH");
            sites.site("s" + i, SiteOrigin.GREENFIELD, i * 0.5, 0.5, attributes);
        }
        return sites.greenfield("node", 20.1, 0).build();
    }
}
