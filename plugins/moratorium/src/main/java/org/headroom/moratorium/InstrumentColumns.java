package org.headroom.moratorium;

import static org.headroom.spi.FeatureLayer.NO_DATE;

import java.time.LocalDate;
import org.headroom.model.LayerField;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/** The columns of a moratorium layer that say when an instrument holds. */
final class InstrumentColumns {
    private final @Nullable String[] status;
    private final int[] adopted;
    private final int[] effective;
    private final int[] expiry;
    private final double[] durationDays;
    private final double[] durationMonths;
    private final @Nullable String[] durationKind;
    private final int[] rescinded;
    private final @Nullable String[] certainty;
    private final int[] checkedOn;
    private final int layerAsOf;

    InstrumentColumns(FeatureLayer layer) {
        status = layer.texts("moratoriumStatus");
        adopted = layer.dates("adoptedDate");
        effective = layer.dates("effectiveDate");
        expiry = layer.dates("expiryDate");
        durationDays = layer.numbers("durationDays");
        durationMonths = layer.numbers("durationMonths");
        durationKind = layer.texts("durationKind");
        rescinded = layer.dates("rescindedDate");
        certainty = layer.texts("dateCertainty");
        checkedOn = layer.dates("checkedOn");
        LocalDate asOf = layer.asOf();
        layerAsOf = asOf == null ? NO_DATE : (int) asOf.toEpochDay();
    }

    Instrument get(int record) {
        return new Instrument(
                LayerField.NOT_UNDERSTOOD.equals(status[record]) ? null : status[record],
                adopted[record],
                effective[record],
                expiry[record],
                durationDays[record],
                durationMonths[record],
                durationKind[record],
                rescinded[record],
                certainty[record],
                checkedOn[record],
                checkedOn[record] == NO_DATE ? layerAsOf : checkedOn[record]);
    }
}
