package org.headroom.layers.descriptor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.headroom.layers.unit.UnitInName;
import org.headroom.layers.unit.Units;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;

/** What is to be asked where the name of a column tells another unit than that of its field and the descriptor names none. Stateless. */
public final class UnitDoubts {
    private UnitDoubts() {}

    /** A field whose name is the same as another one but for the unit. */
    record OtherUnit(LayerField field, String unit) {
        /** What fills the field from a column. */
        String words(String column) {
            return field.name() + ": {column: \"" + column + "\", unit: " + unit + "}, which brings " + unit + " to "
                    + field.unit();
        }
    }

    /**
     * What somebody should know, a sentence without a full stop each, in the order of the fields: of columns that are read as they stand, and of
     * those that would be fields if they had their unit.
     *
     * @param columns all columns of the source
     */
    public static List<String> of(LayerKind kind, List<FieldMapping> fields, List<String> columns) {
        List<String> doubts = new ArrayList<>();
        Set<String> open = new TreeSet<>(columns);
        for (FieldMapping mapping : fields) {
            mapping.columns().forEach(open::remove);
            if (mapping.unit() == null && mapping.field().type() == FieldType.NUMBER) {
                mapping.columns().stream()
                        .flatMap(column -> readAsItStands(column, mapping.field()).stream())
                        .findFirst()
                        .ifPresent(doubts::add);
            }
        }
        for (String column : open) {
            findField(column, kind, String::equals)
                    .filter(other -> fields.stream().noneMatch(m -> m.field().equals(other.field)))
                    .ifPresent(other -> doubts.add("the column " + column + " is not read; write " + other.words(column)
                            + ", if that is what it is"));
        }
        return doubts;
    }

    private static Optional<String> readAsItStands(String column, LayerField field) {
        String unit = field.unit();
        return UnitInName.findOther(column, unit).map(found -> {
            String taken = "the column " + column + " is in " + found.unit()
                    + " by its name and is read as it stands, as " + field.name() + " in " + unit;
            return Units.find(found.unit(), unit).isPresent()
                    ? taken + "; give this field unit: " + found.unit() + " to have it brought to " + unit
                            + ", or unit: " + unit + " if its figures are in " + unit
                    : taken + "; bring it to " + unit
                            + " in the source, as there is no fixed ratio, or give this field unit: " + unit
                            + " if its figures are in " + unit;
        });
    }

    /**
     * The number field that a name tells in another unit; of several the one with the shortest name.
     *
     * @param isMeant given the name of a field and what was written, each without its unit and in lower case
     */
    static Optional<OtherUnit> findField(String written, LayerKind kind, BiPredicate<String, String> isMeant) {
        return kind.fields().stream()
                .filter(field -> field.type() == FieldType.NUMBER)
                .flatMap(field -> inOtherUnit(written, field, isMeant).stream())
                .min(Comparator.comparingInt(other -> other.field.name().length()));
    }

    private static Optional<OtherUnit> inOtherUnit(
            String written, LayerField field, BiPredicate<String, String> isMeant) {
        String unit = field.unit();
        String name =
                UnitInName.find(field.name(), unit).map(UnitInName.Found::rest).orElse("");
        return UnitInName.findOther(written, unit)
                .filter(found -> Units.find(found.unit(), unit).isPresent())
                .filter(found -> !found.rest().isEmpty() && isMeant.test(name, found.rest()))
                .map(found -> new OtherUnit(field, found.unit()));
    }
}
