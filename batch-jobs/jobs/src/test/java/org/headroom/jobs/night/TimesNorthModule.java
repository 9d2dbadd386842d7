package org.headroom.jobs.night;

import java.util.List;
import java.util.Objects;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/** Measures a multiple of what {@link NorthModule} measures, though it is found before that one. */
public final class TimesNorthModule implements ScoringModule {
    static final String TIMES_NORTH = "timesNorthDeg";

    @Override
    public String id() {
        return "a-times-north";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public List<Criterion> criteria() {
        return List.of(Criterion.number(
                TIMES_NORTH, "Times north", "deg", Direction.NOT_ORDERED, -900, 900, "a multiple", "test"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.number("times", "1", 1, 10, "how often"));
    }

    @Override
    public List<String> inputs(String criterionId) {
        return List.of(NorthModule.NORTH, "times");
    }

    @Override
    public Measurer bind(ModuleContext context) {
        double times = context.parameters().number("times");
        return (sites, out) -> {
            MeasurementColumn north = Objects.requireNonNull(sites.measured(NorthModule.NORTH));
            for (int site = 0; site < sites.size(); site++) {
                if (north.isKnown(site)) {
                    out.column(TIMES_NORTH).set(site, times * north.lower(site), EvidenceClass.DERIVED);
                } else {
                    out.column(TIMES_NORTH).setUnknown(site, UnknownReason.FIELD_MISSING);
                }
            }
        };
    }
}
