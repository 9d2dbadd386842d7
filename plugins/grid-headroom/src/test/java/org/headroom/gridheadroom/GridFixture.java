package org.headroom.gridheadroom;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.headroom.testkit.MemorySites;

/** Contexts and single measurements for the tests of this module. */
final class GridFixture {
    private GridFixture() {}

    static MemoryContext.Builder context() {
        return MemoryContext.builder()
                .evaluationDate(LocalDate.of(2026, 5, 1))
                .number("minimumVoltageKv", 100)
                .number("maximumDistanceKm", 80)
                .number("connectionReachKm", 80)
                .number("bulkVoltageKv", 230)
                .number("lineMwAt69Kv", 102)
                .number("lineMwAt138Kv", 205)
                .number("lineMwAt230Kv", 400)
                .number("maximumHeadroomAgeYears", 2)
                .number("firmLoadingFraction", 0.9)
                .number("powerFactor", 0.95);
    }

    static MemoryLayerBuilder substations() {
        return MemoryLayer.of(LayerKind.GRID_CAPACITY, "substations").evidence(EvidenceClass.REPORTED);
    }

    static Map<String, Object> substation(double voltageKv, Object... more) {
        Map<String, Object> fields = new HashMap<>(Map.of("nominalVoltageKv", voltageKv));
        for (int i = 0; i < more.length; i += 2) {
            fields.put((String) more[i], more[i + 1]);
        }
        return fields;
    }

    /** What one site gets, in a block of its own. */
    static MeasurementColumn measure(MemoryContext context, String criterion, double longitude, double latitude) {
        return measure(
                context,
                criterion,
                MemorySites.builder().greenfield("site", longitude, latitude).build());
    }

    static MeasurementColumn measure(MemoryContext context, String criterion, MemorySites site) {
        return measureAll(context, site).column(criterion);
    }

    static MeasurementBlock measureAll(MemoryContext context, MemorySites site) {
        MeasurementBlock block = new MeasurementBlock(
                GridHeadroomModule.CRITERIA.stream().map(c -> c.id()).toList(), 1);
        new GridHeadroomModule().bind(context).measure(site, block);
        return block;
    }
}
