package org.headroom.layers.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headroom.layers.format.NumberForm;
import org.headroom.layers.unit.Units;
import org.headroom.model.LayerField;
import org.jspecify.annotations.Nullable;

/**
 * How one field is filled.
 *
 * @param field the field of the layer kind
 * @param columns source columns; several are added up; none for a constant
 * @param constant the value for every record; null when there are columns
 * @param values what each text becomes; empty for no change
 * @param otherwise what a text becomes that is not among the values, null when such a text is bad; of a band the number in cells
 *     without data, in the field's unit, null when they are not known
 * @param recordNumberFrom number of the first record, for a field that numbers the records; null for any other
 * @param unit the unit that the descriptor names for the columns; null when it names none
 * @param conversion from the source's unit to the field's
 * @param date how days are written
 * @param missing texts that mean no value
 * @param numbers how numbers are written; null for plain ones
 * @param list {@link #JSON_LIST} or the separator of a list in one cell; empty where a cell holds one text
 */
public record FieldMapping(
        LayerField field,
        List<String> columns,
        @Nullable String constant,
        Map<String, String> values,
        @Nullable String otherwise,
        @Nullable Long recordNumberFrom,
        @Nullable String unit,
        Units.Conversion conversion,
        DateRule date,
        Set<String> missing,
        @Nullable NumberForm numbers,
        String list) {
    /** The cell holds a JSON array of texts. */
    public static final String JSON_LIST = "json";

    public FieldMapping {
        columns = List.copyOf(columns);
        values = Map.copyOf(values);
        missing = Set.copyOf(missing);
    }
}
