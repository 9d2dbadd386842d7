package org.headroom.runs;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;

/** Modules that only declare. */
record TinyModule(String id, List<Criterion> criteria, List<ParameterSpec> parameters) implements ScoringModule {
    /** distanceKm (lower is better), kv and publishedHeadroomMw (higher), priceUsdPerMwh (lower), ban (category). */
    static final List<ScoringModule> ALL = List.of(
            new TinyModule(
                    "grid-tie",
                    List.of(
                            number("distanceKm", "km", Direction.LOWER_IS_BETTER, 1000),
                            number("kv", "kV", Direction.HIGHER_IS_BETTER, 1500),
                            number("publishedHeadroomMw", "MW", Direction.HIGHER_IS_BETTER, 5000)),
                    List.of()),
            new TinyModule(
                    "price",
                    List.of(number("priceUsdPerMwh", "USD/MWh", Direction.LOWER_IS_BETTER, 5000)),
                    List.of(
                            ParameterSpec.number("reachKm", "km", 0, 100, "reach"),
                            ParameterSpec.text("zone", "zone"))),
            new TinyModule(
                    "law",
                    List.of(Criterion.category("ban", "ban", List.of("PASS", "CONDITIONAL", "FAIL"), "a ban", "test")),
                    List.of()));

    private static Criterion number(String id, String unit, Direction direction, double maximum) {
        return Criterion.number(id, id, unit, direction, 0, maximum, "a test", "test");
    }

    @Override
    public Measurer bind(ModuleContext context) {
        throw new UnsupportedOperationException("declares only");
    }
}
