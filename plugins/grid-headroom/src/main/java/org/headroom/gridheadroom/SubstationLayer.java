package org.headroom.gridheadroom;

import java.time.LocalDate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.PointIndex;
import org.headroom.spi.ShapeIndex;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** The usable substations of one layer, with both kinds of headroom worked out for every record. */
final class SubstationLayer {
    private static final double DAYS_PER_YEAR = 365.25;
    private static final long UNDATED = Long.MIN_VALUE;

    private final FeatureLayer layer;
    private final IntPredicate isUsable;
    private final ShapeIndex usable;
    private @Nullable PointIndex places;
    private final double[] voltageKv;
    /** H1 of each record; NaN where the layer gives none for load. */
    private final double[] publishedMw;

    private final HeadroomTerms terms;
    /** Whether the H1 of a record is too old, of no known day, or of a later day than the evaluation date. */
    private final boolean[] outdated;
    /** H2 of each record; NaN where an input is missing. */
    private final double[] firmMw;

    SubstationLayer(
            FeatureLayer layer, GridParameters parameters, LocalDate evaluationDate, Predicate<String> isWanted) {
        this.layer = layer;
        voltageKv = layer.numbers("nominalVoltageKv");
        Nodes nodes = new Nodes(layer);
        isUsable = record -> voltageKv[record] >= parameters.minimumVoltageKv() && nodes.isNode(record);
        usable = layer.shapes(isUsable);
        firmMw = firm(layer, parameters);
        publishedMw = published(layer);
        terms = new HeadroomTerms(layer, publishedMw, isWanted);
        outdated = outdated(layer, parameters.maximumHeadroomAgeYears(), evaluationDate);
    }

    boolean isEmpty() {
        return usable.size() == 0;
    }

    /** The nearest usable substation of each site of a block, and its distance; the layer must not be empty. */
    void nearest(SiteBlock sites, int[] records, double[] distancesKm) {
        usable.nearest(sites.longitudes(), sites.latitudes(), sites.size(), records, distancesKm);
    }

    int size() {
        return layer.size();
    }

    String recordId(int record) {
        return layer.recordId(record);
    }

    /** Whether a record has a place and may connect the load. */
    boolean isUsable(int record) {
        return layer.isLocated(record) && isUsable.test(record);
    }

    /** Distance to one usable record, km; to a place of it where it is a line or an outline. */
    double distanceKm(double longitude, double latitude, int record) {
        return places().distanceKm(longitude, latitude, record);
    }

    /** Made when a site names its node, which few do. */
    private synchronized PointIndex places() {
        PointIndex made = places;
        if (made == null) {
            made = layer.points(isUsable);
            places = made;
        }
        return made;
    }

    void writeDistance(MeasurementColumn column, int site, double distanceKm, int record) {
        column.set(site, distanceKm, derived(), layer, record);
    }

    void writeVoltage(MeasurementColumn column, int site, int record) {
        column.set(site, voltageKv[record], layer.evidenceClass(), layer, record);
    }

    void writePublished(MeasurementColumn column, int site, int record) {
        boolean grantsNothing = terms.grantsNothing(record, publishedMw[record]);
        if (Double.isNaN(publishedMw[record]) && !grantsNothing) {
            column.setUnknown(site, UnknownReason.FIELD_MISSING, layer, record);
        } else if (outdated[record]) {
            column.setUnknown(site, UnknownReason.DATE_UNCERTAIN, layer, record);
        } else if (grantsNothing) {
            // The operator leaves the figure out where it grants nothing: that nothing is to be had today is known.
            column.set(site, 0, derived(), layer, record);
        } else if (terms.isInDoubt(record)) {
            column.setInterval(site, 0, publishedMw[record], layer.evidenceClass(), layer, record);
        } else {
            column.set(site, publishedMw[record], layer.evidenceClass(), layer, record);
        }
    }

    void writeTerms(
            MeasurementColumn standings,
            MeasurementColumn bindings,
            MeasurementColumn conditions,
            int site,
            int record) {
        if (outdated[record]) {
            for (MeasurementColumn column : new MeasurementColumn[] {standings, bindings, conditions}) {
                column.setUnknown(site, UnknownReason.DATE_UNCERTAIN, layer, record);
            }
        } else {
            terms.write(standings, bindings, conditions, site, record);
        }
    }

    void writeFirm(MeasurementColumn column, int site, int record) {
        if (Double.isNaN(firmMw[record])) {
            column.setUnknown(site, UnknownReason.FIELD_MISSING, layer, record);
        } else {
            column.set(site, firmMw[record], derived(), layer, record);
        }
    }

    private EvidenceClass derived() {
        return EvidenceClass.weaker(layer.evidenceClass(), EvidenceClass.DERIVED);
    }

    // H2 = max(0, f * (sum MVA - largest MVA) * pf - (peak + committed)); NaN goes through where an input is missing.
    private static double[] firm(FeatureLayer layer, GridParameters parameters) {
        double[] total = layer.numbers("transformerTotalMva");
        double[] largest = layer.numbers("transformerLargestMva");
        double[] peak = layer.numbers("peakDemandMw");
        double[] committed = layer.numbers("committedLoadMw");
        double[] firm = new double[layer.size()];
        for (int i = 0; i < firm.length; i++) {
            double carried = parameters.firmLoadingFraction() * (total[i] - largest[i]) * parameters.powerFactor();
            firm[i] = Math.max(0, carried - (peak[i] + committed[i]));
        }
        return firm;
    }

    private static double[] published(FeatureLayer layer) {
        double[] given = layer.numbers("publishedHeadroomMw");
        @Nullable String[] direction = layer.texts("capacityDirection");
        double[] published = new double[layer.size()];
        for (int i = 0; i < published.length; i++) {
            boolean forLoad = direction[i] == null || direction[i].equals("LOAD");
            published[i] = forLoad ? Math.max(0, given[i]) : Double.NaN;
        }
        return published;
    }

    private static boolean[] outdated(FeatureLayer layer, double maximumAgeYears, LocalDate evaluationDate) {
        int[] asOf = layer.dates("headroomAsOf");
        LocalDate layerDay = layer.asOf();
        long fallback = layerDay == null ? UNDATED : layerDay.toEpochDay();
        long today = evaluationDate.toEpochDay();
        boolean[] outdated = new boolean[layer.size()];
        for (int i = 0; i < outdated.length; i++) {
            long day = asOf[i] == FeatureLayer.NO_DATE ? fallback : asOf[i];
            // What was published later was not known on the evaluation date.
            outdated[i] = day == UNDATED || day > today || (today - day) / DAYS_PER_YEAR > maximumAgeYears;
        }
        return outdated;
    }
}
