package org.headroom.gridheadroom;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/** Both kinds of headroom of the nodes of one layer, worked out for every record. */
final class NodeFigures {
    /** Worth of a figure that is not known, below any that is. */
    static final double UNKNOWN_MW = -1;

    private static final double DAYS_PER_YEAR = 365.25;
    private static final long UNDATED = Long.MIN_VALUE;

    private final FeatureLayer layer;
    /** H1 of each record; NaN where the layer gives none for load. */
    private final double[] publishedMw;

    private final HeadroomTerms terms;
    /** Whether the H1 of a record is too old, of no known day, or of a later day than the evaluation date. */
    private final boolean[] outdated;
    /** H2 of each record; NaN where an input is missing. */
    private final double[] firmMw;

    NodeFigures(FeatureLayer layer, GridParameters parameters, LocalDate evaluationDate, Predicate<String> isWanted) {
        this.layer = layer;
        firmMw = firm(layer, parameters);
        publishedMw = published(layer);
        terms = new HeadroomTerms(layer, publishedMw, isWanted);
        outdated = outdated(layer, parameters.maximumHeadroomAgeYears(), evaluationDate);
    }

    /** H1 as far as it is sure, MW; {@link #UNKNOWN_MW} where nothing is. */
    double surePublishedMw(int record) {
        if (outdated[record]) {
            return UNKNOWN_MW;
        }
        if (terms.grantsNothing(record, publishedMw[record])) {
            return 0;
        }
        if (Double.isNaN(publishedMw[record])) {
            return UNKNOWN_MW;
        }
        return terms.isInDoubt(record) ? 0 : publishedMw[record];
    }

    /** H2, MW; {@link #UNKNOWN_MW} where an input is missing. */
    double sureFirmMw(int record) {
        return Double.isNaN(firmMw[record]) ? UNKNOWN_MW : firmMw[record];
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
