package org.headroom.gridheadroom;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.LayerKind;
import org.headroom.spi.LayerNeed;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/**
 * Measures how near the grid is and what it can carry. The two kinds of headroom, published (H1) and firm N-1 (H2), are criteria of
 * their own and are never added.
 */
public final class GridHeadroomModule implements ScoringModule {
    static final String DISTANCE = "distanceToInterconnectionKm";
    static final String VOLTAGE = "nominalVoltageKv";
    static final String PUBLISHED = "publishedHeadroomMw";
    static final String FIRM = "firmHeadroomMw";
    static final String TRANSFER = "transferCapacityMw";
    static final String BULK_SUBSTATIONS = "bulkSubstationCount";
    static final String STANDING = "publishedHeadroomStanding";
    static final String BINDING = "publishedHeadroomBinding";
    static final String CONDITION = "publishedHeadroomCondition";

    static final List<Criterion> CRITERIA = List.of(
            Criterion.number(
                    DISTANCE,
                    "Distance to interconnection",
                    "km",
                    Direction.LOWER_IS_BETTER,
                    0,
                    20_040,
                    "Geodesic distance to the nearest substation of at least the voltage that the policy asks for; straight, not"
                            + " routed",
                    "Karney 2013, Algorithms for geodesics"),
            Criterion.number(
                    VOLTAGE,
                    "Nominal voltage",
                    "kV",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    1_500,
                    "Highest nominal voltage of that substation; without one in reach, the highest voltage mapped in the area",
                    "value of the layer"),
            Criterion.number(
                    PUBLISHED,
                    "Published headroom (H1)",
                    "MW",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    100_000,
                    "Headroom for load at that substation as its operator publishes it",
                    "value of the layer"),
            Criterion.number(
                    FIRM,
                    "Firm headroom (H2)",
                    "MW",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    100_000,
                    "Load that the substation still carries with its largest transformer out, less its peak and what it has"
                            + " promised",
                    "N-1 transformer rule; cf. AST Latvia, consumption hosting capacity (tsodsoplatform.eu)"),
            Criterion.number(
                    TRANSFER,
                    "Transfer capacity",
                    "MW",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    1e6,
                    "AC capacity of the lines into the area",
                    "value of the layer"),
            Criterion.number(
                    BULK_SUBSTATIONS,
                    "Bulk substations",
                    "1",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    1e5,
                    "Bulk substations in the area",
                    "value of the layer"),
            Criterion.category(
                    STANDING,
                    "Standing of the published headroom",
                    HeadroomTerms.STANDINGS,
                    "Who may be granted headroom at that substation today: whoever asks, nobody as none is left, the winner of a"
                            + " tender, or nobody until operators have agreed on the figure it is reckoned from",
                    HeadroomTerms.SOURCE),
            Criterion.category(
                    BINDING,
                    "What limits the published headroom",
                    HeadroomTerms.BINDINGS,
                    "The criterion of the operator that leaves the least, at the substation itself or in the zone that it shares",
                    HeadroomTerms.SOURCE),
            Criterion.category(
                    CONDITION,
                    "Condition of the published headroom",
                    HeadroomTerms.CONDITIONS,
                    "What a load must bear to be granted it: nothing, riding through voltage dips, or being curtailed",
                    HeadroomTerms.SOURCE));

    /** Made by the service loader. */
    public GridHeadroomModule() {}

    @Override
    public String id() {
        return "grid-headroom";
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
        return List.of(LayerNeed.optional(LayerKind.GRID_CAPACITY));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return GridParameters.SPECS;
    }

    @Override
    public Measurer bind(ModuleContext context) {
        return new GridHeadroomMeasurer(
                context.featureLayers(LayerKind.GRID_CAPACITY),
                GridParameters.of(context.parameters()),
                context.evaluationDate(),
                context::isWanted);
    }
}
