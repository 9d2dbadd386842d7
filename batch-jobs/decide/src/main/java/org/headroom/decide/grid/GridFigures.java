package org.headroom.decide.grid;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.headroom.model.SiteOrigin;
import org.headroom.runs.RunColumns;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/** Reads node, headroom and import right of the sites of a block. Not safe for several threads. */
public final class GridFigures {
    /** The criterion with the headroom that operators publish. */
    public static final String PUBLISHED = "publishedHeadroomMw";

    /** The criterion with the distance to where a site connects. */
    public static final String DISTANCE = "distanceToInterconnectionKm";

    private static final String FIRM = "firmHeadroomMw";
    private static final String USABLE_RIGHT = "usableRightMw";
    private static final String CONVERTIBLE = "convertibleMw";

    private final RunColumns run;
    private final GridNodes nodes;
    private final String headroom;
    private final Set<String> nodeCriteria;

    /** @param headroom the criterion, in MW, whose figure limits a node; where it is not known the firm headroom does */
    public GridFigures(RunColumns run, GridNodes nodes, String headroom) {
        this.run = run;
        this.nodes = nodes;
        this.headroom = headroom;
        nodeCriteria = new LinkedHashSet<>(List.of(headroom, PUBLISHED, FIRM, DISTANCE));
        nodeCriteria.retainAll(run.measured().keySet());
    }

    /** Ids of the criteria that are read, of those that a run has kept. */
    public static Set<String> criteria(Set<String> kept, String headroom) {
        Set<String> wanted =
                new LinkedHashSet<>(List.of(headroom, PUBLISHED, FIRM, DISTANCE, USABLE_RIGHT, CONVERTIBLE));
        wanted.retainAll(kept);
        return wanted;
    }

    /** Two ends of a figure, NaN when it is not known. */
    public record Figure(double low, double high) {
        static final Figure UNKNOWN = new Figure(Double.NaN, Double.NaN);

        public boolean isKnown() {
            return !Double.isNaN(low);
        }
    }

    /** What is measured of a criterion; unknown where the run has not measured it. */
    public Figure figure(MeasurementBlock block, String criterion, int site) {
        if (!run.isMeasured(criterion)) {
            return Figure.UNKNOWN;
        }
        MeasurementColumn column = block.column(criterion);
        return new Figure(column.lower(site), column.upper(site));
    }

    /** The headroom that a site was told of, MW, at least 0. */
    public Figure headroom(MeasurementBlock block, int site) {
        Figure figure = figure(block, headroomOf(block, site), site);
        return figure.isKnown() ? new Figure(Math.max(0, figure.low()), Math.max(0, figure.high())) : figure;
    }

    private String headroomOf(MeasurementBlock block, int site) {
        return figure(block, headroom, site).isKnown() ? headroom : FIRM;
    }

    /** The node that decided the headroom, else one that decided another criterion of the grid; null when the run names none. */
    public @Nullable GridNode node(MeasurementBlock block, int site) {
        String of = headroomOf(block, site);
        GridNode known = figure(block, of, site).isKnown() ? node(block, of, site) : null;
        if (known != null) {
            return known;
        }
        for (String criterion : nodeCriteria) {
            GridNode node = node(block, criterion, site);
            if (node != null) {
                return node;
            }
        }
        return null;
    }

    private @Nullable GridNode node(MeasurementBlock block, String criterion, int site) {
        MeasurementColumn column = block.column(criterion);
        return column.record(site) < 0 || column.layerOrdinal(site) < 0
                ? null
                : nodes.node(column.layerOrdinal(site), column.record(site));
    }

    /**
     * The import right at a facility that a newcomer could use, MW, else the load that it can convert to; not known for new land, and for a
     * facility that holds none: that has to be connected like new land.
     *
     * @param origin name of the site's {@link SiteOrigin}
     */
    public Figure right(String origin, MeasurementBlock block, int site) {
        if (!origin.equals(SiteOrigin.BROWNFIELD.name())) {
            return Figure.UNKNOWN;
        }
        Figure right = figure(block, USABLE_RIGHT, site);
        if (!right.isKnown()) {
            right = figure(block, CONVERTIBLE, site);
        }
        return right.isKnown() && right.high() > 0 ? right : Figure.UNKNOWN;
    }
}
