package org.headroom.miningconversion;

import java.util.List;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;

/** The columns of one block. */
final class ConversionColumns {
    final MeasurementColumn convertible;
    final MeasurementColumn firstYear;
    final MeasurementColumn waitAvoided;
    final MeasurementColumn value;
    final MeasurementColumn yearsSaved;
    final MeasurementColumn operation;
    private final List<MeasurementColumn> ofRight;

    ConversionColumns(MeasurementBlock out) {
        convertible = out.column(ConversionCriteria.CONVERTIBLE);
        firstYear = out.column(ConversionCriteria.FIRST_YEAR);
        waitAvoided = out.column(ConversionCriteria.WAIT_AVOIDED);
        value = out.column(ConversionCriteria.VALUE);
        yearsSaved = out.column(ConversionCriteria.YEARS_SAVED);
        operation = out.column(ConversionCriteria.OPERATION);
        ofRight = List.of(convertible, firstYear, waitAvoided, value, yearsSaved);
    }

    /** Of new land: nothing stands there. */
    void nothing(int site) {
        for (MeasurementColumn column : ofRight) {
            column.set(site, 0, EvidenceClass.DERIVED);
        }
        operation.set(site, 0, EvidenceClass.DERIVED);
    }

    /** Of a facility about whose right nobody says anything. */
    void unknown(int site) {
        for (MeasurementColumn column : ofRight) {
            column.setUnknown(site, UnknownReason.FIELD_MISSING);
        }
    }
}
