package org.headroom.gridheadroom;

import java.util.List;
import java.util.Set;
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
    static final String BULK_DISTANCE = "distanceToBulkTransmissionKm";
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
                    "Geodesic distance to the nearest substation or line of a voltage that carries the load asked for; straight, not"
                            + " routed; 0 for an area with one inside; from 0 where nobody has mapped such voltages",
                    "Karney 2013, Algorithms for geodesics"),
            Criterion.number(
                    BULK_DISTANCE,
                    "Distance to bulk transmission",
                    "km",
                    Direction.LOWER_IS_BETTER,
                    0,
                    20_040,
                    "Geodesic distance to the nearest substation or line of bulk transmission voltage, however far; straight, not"
                            + " routed; 0 for an area with one inside",
                    "Karney 2013, Algorithms for geodesics"),
            Criterion.number(
                    VOLTAGE,
                    "Nominal voltage",
                    "kV",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    1_500,
                    "Highest nominal voltage of the substations and lines in reach of the site, or mapped in its area; up to the highest that"
                            + " nobody need have mapped where only lower ones are known",
                    "value of the layer"),
            Criterion.number(
                    PUBLISHED,
                    "Published headroom (H1)",
                    "MW",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    100_000,
                    "Most headroom for load at a substation in reach, as its operator publishes it",
                    "value of the layer"),
            Criterion.number(
                    FIRM,
                    "Firm headroom (H2)",
                    "MW",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    100_000,
                    "Most load that a substation in reach still carries with its largest transformer out, less its peak and what it"
                            + " has promised",
                    "N-1 transformer rule; cf. AST Latvia, consumption hosting capacity (tsodsoplatform.eu)"),
            Criterion.number(
                    TRANSFER,
                    "Sum of transfer capacities",
                    "MW",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    1e6,
                    "Sum of the AC transfer capacities into the area, pair by pair of neighbouring areas; more than can be imported at"
                            + " once, so no import limit",
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

    private static final Set<String> DATED = Set.of(PUBLISHED, FIRM, STANDING, BINDING, CONDITION);

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

    /** Published headroom goes out of date; where substations and lines are does not. */
    @Override
    public boolean dependsOnDate(String criterionId) {
        return DATED.contains(criterionId);
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
        GridNodes grid = new GridNodes(
                context.featureLayers(LayerKind.GRID_CAPACITY),
                GridParameters.of(context.parameters()),
                context.request().requestedLoadMw(),
                context.evaluationDate(),
                context::isWanted);
        return new GridHeadroomMeasurer(context.featureLayers(LayerKind.GRID_CAPACITY), grid, context::isWanted);
    }
}
