package org.headroom.spi;

/**
 * What a module has to say of a record that it leaves out, or uses though it looks odd. It becomes a line NOTED of the run's issues.
 *
 * @param layer layer of the record, as the context gave it
 * @param record number of the record; {@link MeasurementColumn#NO_RECORD} when the whole layer is meant
 * @param field the field or fields concerned, by their names in the kind of layer; may be empty
 * @param value what they hold or give, as text with its unit; may be empty
 * @param reason what is odd and what becomes of the record, in one sentence without a full stop
 */
public record RecordNote(Layer layer, int record, String field, String value, String reason) {}
