package org.headroom.rules;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;

/** Modules that only declare. */
public record TestModule(String id, List<Criterion> criteria, List<ParameterSpec> parameters) implements ScoringModule {
    /** distanceKm (lower is better), kv (higher), priceUsdPerMwh (lower), ban (category), free (not ordered), count (higher). */
    public static Vocabulary vocabulary() {
        return Vocabulary.of(List.of(
                new TestModule(
                        "grid",
                        List.of(
                                number("distanceKm", "km", Direction.LOWER_IS_BETTER, 0, 1000),
                                number("kv", "kV", Direction.HIGHER_IS_BETTER, 0, 1500),
                                number("count", "1", Direction.HIGHER_IS_BETTER, -10, 10)),
                        List.of()),
                new TestModule(
                        "price",
                        List.of(
                                number("priceUsdPerMwh", "USD/MWh", Direction.LOWER_IS_BETTER, 0, 5000),
                                number("free", "1", Direction.NOT_ORDERED, -1, 1)),
                        List.of(
                                ParameterSpec.number("reachKm", "km", 0, 100, "reach"),
                                ParameterSpec.text("zone", "zone"))),
                new TestModule(
                        "law",
                        List.of(Criterion.category(
                                "ban", "ban", List.of("PASS", "CONDITIONAL", "FAIL"), "a ban", "test")),
                        List.of())));
    }

    private static Criterion number(String id, String unit, Direction direction, double minimum, double maximum) {
        return Criterion.number(id, id, unit, direction, minimum, maximum, "a test", "test");
    }

    @Override
    public Measurer bind(ModuleContext context) {
        throw new UnsupportedOperationException("declares only");
    }
}
