package org.headroom.moratorium;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.LayerKind;
import org.headroom.spi.LayerNeed;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/**
 * A gate with four answers, for the evaluation date: FAIL where a moratorium is in force that covers the site, the sector and the size
 * of the load; CONDITIONAL where one is proposed, not yet effective, about to end, uncertain in its dates, or holds in an unknown part
 * of the area; PASS where somebody looked and found none; UNKNOWN where nobody looked.
 */
public final class MoratoriumModule implements ScoringModule {
    static final String GATE = "moratoriumGate";
    static final String DAYS_LEFT = "moratoriumDaysLeft";
    static final double LONGEST_DAYS = 36_525;

    private static final List<Criterion> CRITERIA = List.of(
            Criterion.category(
                    GATE,
                    "Moratorium gate",
                    List.of("PASS", "CONDITIONAL", "FAIL"),
                    "Whether a moratorium stops the load at the site on the evaluation date; unknown where nobody has checked",
                    "Headroom project 2026, moratorium gate"),
            Criterion.number(
                    DAYS_LEFT,
                    "Days until release",
                    "d",
                    Direction.LOWER_IS_BETTER,
                    0,
                    LONGEST_DAYS,
                    "Days from the evaluation date to the last day of the moratorium that decides; 0 where none does",
                    "Day count after US Federal Rules of Civil Procedure, rule 6(a)(1), 2009: the first day is not counted, the"
                            + " last is"));

    /** Made by the service loader. */
    public MoratoriumModule() {}

    @Override
    public String id() {
        return "moratorium";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public List<Criterion> criteria() {
        return CRITERIA;
    }

    @Override
    public List<LayerNeed> layers() {
        return List.of(LayerNeed.optional(LayerKind.MORATORIUM));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return MoratoriumParameters.SPECS;
    }

    @Override
    public void check(Parameters parameters) {
        MoratoriumParameters.of(parameters);
    }

    @Override
    public Measurer bind(ModuleContext context) {
        MoratoriumParameters parameters = MoratoriumParameters.of(context.parameters());
        List<MoratoriumLayer> layers = context.featureLayers(LayerKind.MORATORIUM).stream()
                .map(layer -> new MoratoriumLayer(layer, parameters, context.request(), context.evaluationDate()))
                .toList();
        return new MoratoriumMeasurer(layers, parameters);
    }
}
