package org.headroom.model;

/**
 * One problem found in the input, kept with enough detail to find and mend it.
 *
 * @param effect what was done about it
 * @param layer layer id, or {@code candidates}
 * @param file file name as the descriptor gives it
 * @param record record number in that file, from 1 (header rows not counted); 0 when the whole file is meant
 * @param recordId the record's own id where it has one, else empty
 * @param field source field, or empty
 * @param value the offending value as text, cut at 200 characters; may be empty
 * @param reason what is wrong, in one sentence without a full stop
 * @param longitude degrees east, EPSG:4326; NaN when there is no place
 * @param latitude degrees north, EPSG:4326; NaN when there is no place
 */
public record DataIssue(
        Effect effect,
        String layer,
        String file,
        long record,
        String recordId,
        String field,
        String value,
        String reason,
        double longitude,
        double latitude) {

    /** What became of the record. */
    public enum Effect {
        /** The record is not used. */
        SKIPPED,
        /** The record was mended and is used. */
        REPAIRED,
        /** The record is used, but the field is unknown. */
        FIELD_UNKNOWN,
        /** The record is used, but has no place on the map. */
        NOT_LOCATED,
        /** The record, or the file, is used as it stands, though something about it is odd enough to look at. */
        NOTED
    }

    public DataIssue {
        if (value.length() > 200) {
            value = value.substring(0, 200);
        }
    }
}
