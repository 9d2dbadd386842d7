package org.headroom.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.SiteAttributes;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;

/** Measurements of what the workload's policy reads, spread so that about as many sites are excluded and adjusted as there. */
final class MadeUpMeasurements {
    private static final Map<String, ToDoubleFunction<Random>> VALUES = new TreeMap<>(Map.of(
            "distanceToInterconnectionKm", random -> -12 * StrictMath.log(1 - random.nextDouble()),
            "publishedHeadroomMw", random -> -120 * StrictMath.log(1 - random.nextDouble()),
            "nominalVoltageKv", random -> random.nextDouble() < 0.5 ? 115 : 345,
            "activeGenerationMw", random -> 2000 * random.nextDouble(),
            "activeGenerationCount", random -> random.nextInt(20),
            "freeCoolingHoursPerYear", random -> 3000 + 4000 * random.nextDouble(),
            "meanWetBulbC", random -> 5 + 15 * random.nextDouble(),
            "energyPriceUsdPerMwh", random -> 48 + 18 * random.nextGaussian()));

    private MadeUpMeasurements() {}

    /** Fills the columns that the policy reads; the others stay unknown. */
    static void fill(MeasurementBlock out, List<Criterion> criteria, SiteBlock sites) {
        Random random = Block.random(8);
        for (Criterion criterion : criteria) {
            ToDoubleFunction<Random> value = VALUES.get(criterion.id());
            for (int site = 0; site < sites.size(); site++) {
                double measured;
                if (value != null) {
                    measured = value.applyAsDouble(random);
                } else if (criterion.id().equals("moratoriumGate")) {
                    measured = criterion.labels().indexOf(random.nextDouble() < 0.03 ? "FAIL" : "PASS");
                } else if (SiteAttributes.find(criterion.id()).isPresent()) {
                    measured = sites.numbers(criterion.id())[site];
                } else {
                    continue;
                }
                out.column(criterion.id()).set(site, measured, EvidenceClass.REPORTED);
            }
        }
    }
}
